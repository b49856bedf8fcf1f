"""Hub and home DDL: directory, views, guards, foreign tables; `apply` and `unapply`."""
