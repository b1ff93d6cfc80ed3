"""Running the pipeline over articles: batches, records, and what becomes of bad inputs."""
