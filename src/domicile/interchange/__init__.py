"""The data map in the field's formats: Fides datasets, DPV, the record of processing."""
