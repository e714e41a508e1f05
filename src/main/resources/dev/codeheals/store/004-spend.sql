-- Requests and dollars for models by hour since the epoch, so that caps hold over restarts and processes.
CREATE TABLE model_spend (
    hour     INTEGER NOT NULL PRIMARY KEY,
    requests INTEGER NOT NULL,
    dollars  DOUBLE PRECISION NOT NULL
);
