"""`domicile run`: what is, compared with what must be, again and again; and restored backups."""
