"""The only door to PostgreSQL: connections, errors, queries, COPY and embedded servers."""
