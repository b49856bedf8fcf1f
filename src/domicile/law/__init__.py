"""Laws as data: packs of dated versions, and the verdict that they give on a service."""
