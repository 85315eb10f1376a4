"""SQLite: schema, migrations, queries. The only place that knows SQL."""
