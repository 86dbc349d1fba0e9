-- higher is better
--   win_rate by month for 2025-Q1 vs target
WITH deals_scan /* win_rate */ AS (
  SELECT
    CAST(DATE_TRUNC('month', deals.closed_on) AS DATE) AS month,
    AVG(CAST(deals.won AS INT)) AS win_rate
  FROM deals
  WHERE
    deals.closed_on >= CAST('2025-01-01' AS DATE)
    AND deals.closed_on < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.win_rate) AS win_rate
  FROM (
    SELECT
      deals_scan.month AS month,
      deals_scan.win_rate AS win_rate
    FROM deals_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS win_rate
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  answer.win_rate AS win_rate,
  0.60 AS win_rate_target,
  answer.win_rate - 0.60 AS win_rate_gap,
  CASE
    WHEN answer.win_rate >= 0.60
    THEN 'good'
    WHEN answer.win_rate >= 0.50
    THEN 'warning'
    WHEN NOT answer.win_rate IS NULL AND NOT 0.60 IS NULL
    THEN 'bad'
  END AS win_rate_status
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', deals.closed_on) AS DATE) AS month,
--   -    AVG(CAST(deals.won AS INT)) AS win_rate
--   +    CAST(DATE_TRUNC('month', CAST(deals.closed_on AS TIMESTAMP)) AS DATE) AS month,
--   +    AVG(
--   +      CAST(CASE WHEN deals.won THEN 1.0 WHEN NOT (
--   +        deals.won
--   +      ) THEN 0.0 END AS DOUBLE PRECISION)
--   +    ) AS win_rate
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS win_rate
--   +      CAST(NULL AS DECIMAL) AS win_rate
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    AVG(CAST(deals.won AS INT)) AS win_rate
--   +    AVG(
--   +      CAST(CASE WHEN deals.won THEN 1.0 WHEN NOT (
--   +        deals.won
--   +      ) THEN 0.0 END AS DOUBLE)
--   +    ) AS win_rate
--   -    deals.closed_on >= CAST('2025-01-01' AS DATE)
--   -    AND deals.closed_on < CAST('2025-04-01' AS DATE)
--   +    deals.closed_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND deals.closed_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS win_rate
--   +      CAST(NULL AS DECIMAL(1, 0)) AS win_rate

-- exactly the warning is a warning
--   win_rate vs target
SELECT
  AVG(CAST(deals.won AS INT)) AS win_rate,
  0.60 AS win_rate_target,
  AVG(CAST(deals.won AS INT)) - 0.60 AS win_rate_gap,
  CASE
    WHEN AVG(CAST(deals.won AS INT)) >= 0.60
    THEN 'good'
    WHEN AVG(CAST(deals.won AS INT)) >= 0.50
    THEN 'warning'
    WHEN NOT AVG(CAST(deals.won AS INT)) IS NULL AND NOT 0.60 IS NULL
    THEN 'bad'
  END AS win_rate_status
FROM deals;
-- postgres:
--   -  AVG(CAST(deals.won AS INT)) AS win_rate,
--   +  AVG(
--   +    CAST(CASE WHEN deals.won THEN 1.0 WHEN NOT (
--   +      deals.won
--   +    ) THEN 0.0 END AS DOUBLE PRECISION)
--   +  ) AS win_rate,
--   -  AVG(CAST(deals.won AS INT)) - 0.60 AS win_rate_gap,
--   +  AVG(
--   +    CAST(CASE WHEN deals.won THEN 1.0 WHEN NOT (
--   +      deals.won
--   +    ) THEN 0.0 END AS DOUBLE PRECISION)
--   +  ) - 0.60 AS win_rate_gap,
--   -    WHEN AVG(CAST(deals.won AS INT)) >= 0.60
--   +    WHEN AVG(
--   +      CAST(CASE WHEN deals.won THEN 1.0 WHEN NOT (
--   +        deals.won
--   +      ) THEN 0.0 END AS DOUBLE PRECISION)
--   +    ) >= 0.60
--   -    WHEN AVG(CAST(deals.won AS INT)) >= 0.50
--   +    WHEN AVG(
--   +      CAST(CASE WHEN deals.won THEN 1.0 WHEN NOT (
--   +        deals.won
--   +      ) THEN 0.0 END AS DOUBLE PRECISION)
--   +    ) >= 0.50
--   -    WHEN NOT AVG(CAST(deals.won AS INT)) IS NULL AND NOT 0.60 IS NULL
--   +    WHEN NOT AVG(
--   +      CAST(CASE WHEN deals.won THEN 1.0 WHEN NOT (
--   +        deals.won
--   +      ) THEN 0.0 END AS DOUBLE PRECISION)
--   +    ) IS NULL
--   +    AND NOT 0.60 IS NULL
-- snowflake:
--   -  AVG(CAST(deals.won AS INT)) AS win_rate,
--   +  AVG(
--   +    CAST(CASE WHEN deals.won THEN 1.0 WHEN NOT (
--   +      deals.won
--   +    ) THEN 0.0 END AS DOUBLE)
--   +  ) AS win_rate,
--   -  AVG(CAST(deals.won AS INT)) - 0.60 AS win_rate_gap,
--   +  AVG(
--   +    CAST(CASE WHEN deals.won THEN 1.0 WHEN NOT (
--   +      deals.won
--   +    ) THEN 0.0 END AS DOUBLE)
--   +  ) - 0.60 AS win_rate_gap,
--   -    WHEN AVG(CAST(deals.won AS INT)) >= 0.60
--   +    WHEN AVG(
--   +      CAST(CASE WHEN deals.won THEN 1.0 WHEN NOT (
--   +        deals.won
--   +      ) THEN 0.0 END AS DOUBLE)
--   +    ) >= 0.60
--   -    WHEN AVG(CAST(deals.won AS INT)) >= 0.50
--   +    WHEN AVG(
--   +      CAST(CASE WHEN deals.won THEN 1.0 WHEN NOT (
--   +        deals.won
--   +      ) THEN 0.0 END AS DOUBLE)
--   +    ) >= 0.50
--   -    WHEN NOT AVG(CAST(deals.won AS INT)) IS NULL AND NOT 0.60 IS NULL
--   +    WHEN NOT AVG(
--   +      CAST(CASE WHEN deals.won THEN 1.0 WHEN NOT (
--   +        deals.won
--   +      ) THEN 0.0 END AS DOUBLE)
--   +    ) IS NULL
--   +    AND NOT 0.60 IS NULL

-- lower is better
--   wait by month for 2025-Q1 vs target
WITH deals_scan /* wait */ AS (
  SELECT
    CAST(DATE_TRUNC('month', deals.closed_on) AS DATE) AS month,
    AVG(deals.waited) AS wait
  FROM deals
  WHERE
    deals.closed_on >= CAST('2025-01-01' AS DATE)
    AND deals.closed_on < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.wait) AS wait
  FROM (
    SELECT
      deals_scan.month AS month,
      deals_scan.wait AS wait
    FROM deals_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS wait
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  answer.wait AS wait,
  10 AS wait_target,
  answer.wait - 10 AS wait_gap,
  CASE
    WHEN answer.wait <= 10
    THEN 'good'
    WHEN answer.wait <= 20
    THEN 'warning'
    WHEN NOT answer.wait IS NULL AND NOT 10 IS NULL
    THEN 'bad'
  END AS wait_status
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', deals.closed_on) AS DATE) AS month,
--   -    AVG(deals.waited) AS wait
--   +    CAST(DATE_TRUNC('month', CAST(deals.closed_on AS TIMESTAMP)) AS DATE) AS month,
--   +    AVG(CAST(deals.waited AS DOUBLE PRECISION)) AS wait
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS wait
--   +      CAST(NULL AS DECIMAL) AS wait
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    AVG(deals.waited) AS wait
--   +    AVG(CAST(deals.waited AS DOUBLE)) AS wait
--   -    deals.closed_on >= CAST('2025-01-01' AS DATE)
--   -    AND deals.closed_on < CAST('2025-04-01' AS DATE)
--   +    deals.closed_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND deals.closed_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS wait
--   +      CAST(NULL AS DECIMAL(1, 0)) AS wait

-- exactly the warning where lower is better
--   wait vs target where deals.id = 4
SELECT
  AVG(deals.waited) AS wait,
  10 AS wait_target,
  AVG(deals.waited) - 10 AS wait_gap,
  CASE
    WHEN AVG(deals.waited) <= 10
    THEN 'good'
    WHEN AVG(deals.waited) <= 20
    THEN 'warning'
    WHEN NOT AVG(deals.waited) IS NULL AND NOT 10 IS NULL
    THEN 'bad'
  END AS wait_status
FROM deals
WHERE
  deals.id = 4;
-- postgres:
--   -  AVG(deals.waited) AS wait,
--   +  AVG(CAST(deals.waited AS DOUBLE PRECISION)) AS wait,
--   -  AVG(deals.waited) - 10 AS wait_gap,
--   +  AVG(CAST(deals.waited AS DOUBLE PRECISION)) - 10 AS wait_gap,
--   -    WHEN AVG(deals.waited) <= 10
--   +    WHEN AVG(CAST(deals.waited AS DOUBLE PRECISION)) <= 10
--   -    WHEN AVG(deals.waited) <= 20
--   +    WHEN AVG(CAST(deals.waited AS DOUBLE PRECISION)) <= 20
--   -    WHEN NOT AVG(deals.waited) IS NULL AND NOT 10 IS NULL
--   +    WHEN NOT AVG(CAST(deals.waited AS DOUBLE PRECISION)) IS NULL AND NOT 10 IS NULL
-- snowflake:
--   -  AVG(deals.waited) AS wait,
--   +  AVG(CAST(deals.waited AS DOUBLE)) AS wait,
--   -  AVG(deals.waited) - 10 AS wait_gap,
--   +  AVG(CAST(deals.waited AS DOUBLE)) - 10 AS wait_gap,
--   -    WHEN AVG(deals.waited) <= 10
--   +    WHEN AVG(CAST(deals.waited AS DOUBLE)) <= 10
--   -    WHEN AVG(deals.waited) <= 20
--   +    WHEN AVG(CAST(deals.waited AS DOUBLE)) <= 20
--   -    WHEN NOT AVG(deals.waited) IS NULL AND NOT 10 IS NULL
--   +    WHEN NOT AVG(CAST(deals.waited AS DOUBLE)) IS NULL AND NOT 10 IS NULL

-- a null value has a target but no difference and no status
--   wait vs target where deals.id = 7
SELECT
  AVG(deals.waited) AS wait,
  10 AS wait_target,
  AVG(deals.waited) - 10 AS wait_gap,
  CASE
    WHEN AVG(deals.waited) <= 10
    THEN 'good'
    WHEN AVG(deals.waited) <= 20
    THEN 'warning'
    WHEN NOT AVG(deals.waited) IS NULL AND NOT 10 IS NULL
    THEN 'bad'
  END AS wait_status
FROM deals
WHERE
  deals.id = 7;
-- postgres:
--   -  AVG(deals.waited) AS wait,
--   +  AVG(CAST(deals.waited AS DOUBLE PRECISION)) AS wait,
--   -  AVG(deals.waited) - 10 AS wait_gap,
--   +  AVG(CAST(deals.waited AS DOUBLE PRECISION)) - 10 AS wait_gap,
--   -    WHEN AVG(deals.waited) <= 10
--   +    WHEN AVG(CAST(deals.waited AS DOUBLE PRECISION)) <= 10
--   -    WHEN AVG(deals.waited) <= 20
--   +    WHEN AVG(CAST(deals.waited AS DOUBLE PRECISION)) <= 20
--   -    WHEN NOT AVG(deals.waited) IS NULL AND NOT 10 IS NULL
--   +    WHEN NOT AVG(CAST(deals.waited AS DOUBLE PRECISION)) IS NULL AND NOT 10 IS NULL
-- snowflake:
--   -  AVG(deals.waited) AS wait,
--   +  AVG(CAST(deals.waited AS DOUBLE)) AS wait,
--   -  AVG(deals.waited) - 10 AS wait_gap,
--   +  AVG(CAST(deals.waited AS DOUBLE)) - 10 AS wait_gap,
--   -    WHEN AVG(deals.waited) <= 10
--   +    WHEN AVG(CAST(deals.waited AS DOUBLE)) <= 10
--   -    WHEN AVG(deals.waited) <= 20
--   +    WHEN AVG(CAST(deals.waited AS DOUBLE)) <= 20
--   -    WHEN NOT AVG(deals.waited) IS NULL AND NOT 10 IS NULL
--   +    WHEN NOT AVG(CAST(deals.waited AS DOUBLE)) IS NULL AND NOT 10 IS NULL

-- a target by period, the latest that has begun
--   amount by month for 2025-01 to 2025-03 where deals.region != 'west' vs target
WITH deals_scan /* amount */ AS (
  SELECT
    CAST(DATE_TRUNC('month', deals.closed_on) AS DATE) AS month,
    SUM(deals.amount) AS amount
  FROM deals
  WHERE
    deals.closed_on >= CAST('2025-01-01' AS DATE)
    AND deals.closed_on < CAST('2025-04-01' AS DATE)
    AND deals.region <> 'west'
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.amount) AS amount
  FROM (
    SELECT
      deals_scan.month AS month,
      deals_scan.amount AS amount
    FROM deals_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS amount
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.amount, 0) AS amount,
  CASE
    WHEN CAST('2025-03-01' AS DATE) <= answer.month
    THEN 200
    WHEN CAST('2025-01-01' AS DATE) <= answer.month
    THEN 100
  END AS amount_target,
  COALESCE(answer.amount, 0) - (
    CASE
      WHEN CAST('2025-03-01' AS DATE) <= answer.month
      THEN 200
      WHEN CAST('2025-01-01' AS DATE) <= answer.month
      THEN 100
    END
  ) AS amount_gap,
  CASE
    WHEN COALESCE(answer.amount, 0) >= CASE
      WHEN CAST('2025-03-01' AS DATE) <= answer.month
      THEN 200
      WHEN CAST('2025-01-01' AS DATE) <= answer.month
      THEN 100
    END
    THEN 'good'
    WHEN COALESCE(answer.amount, 0) >= CASE
      WHEN CAST('2025-03-01' AS DATE) <= answer.month
      THEN NULL
      WHEN CAST('2025-01-01' AS DATE) <= answer.month
      THEN NULL
    END
    THEN 'warning'
    WHEN NOT COALESCE(answer.amount, 0) IS NULL
    AND NOT CASE
      WHEN CAST('2025-03-01' AS DATE) <= answer.month
      THEN 200
      WHEN CAST('2025-01-01' AS DATE) <= answer.month
      THEN 100
    END IS NULL
    THEN 'bad'
  END AS amount_status
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', deals.closed_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(deals.closed_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS amount
--   +      CAST(NULL AS DECIMAL) AS amount
--   -      THEN NULL
--   +      THEN CAST(NULL AS DECIMAL)
--   -      THEN NULL
--   +      THEN CAST(NULL AS DECIMAL)
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    deals.closed_on >= CAST('2025-01-01' AS DATE)
--   -    AND deals.closed_on < CAST('2025-04-01' AS DATE)
--   +    deals.closed_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND deals.closed_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS amount
--   -    WHEN CAST('2025-03-01' AS DATE) <= answer.month
--   +    WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= answer.month
--   -    WHEN CAST('2025-01-01' AS DATE) <= answer.month
--   +    WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= answer.month
--   -      WHEN CAST('2025-03-01' AS DATE) <= answer.month
--   +      WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= answer.month
--   -      WHEN CAST('2025-01-01' AS DATE) <= answer.month
--   +      WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= answer.month
--   -      WHEN CAST('2025-03-01' AS DATE) <= answer.month
--   +      WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= answer.month
--   -      WHEN CAST('2025-01-01' AS DATE) <= answer.month
--   +      WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= answer.month
--   -      WHEN CAST('2025-03-01' AS DATE) <= answer.month
--   -      THEN NULL
--   -      WHEN CAST('2025-01-01' AS DATE) <= answer.month
--   -      THEN NULL
--   +      WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= answer.month
--   +      THEN CAST(NULL AS DECIMAL(1, 0))
--   +      WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= answer.month
--   +      THEN CAST(NULL AS DECIMAL(1, 0))
--   -      WHEN CAST('2025-03-01' AS DATE) <= answer.month
--   +      WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= answer.month
--   -      WHEN CAST('2025-01-01' AS DATE) <= answer.month
--   +      WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= answer.month

-- before the first target there is none
--   amount by month for 2024-12 to 2025-01 where deals.region != 'west' vs target
WITH deals_scan /* amount */ AS (
  SELECT
    CAST(DATE_TRUNC('month', deals.closed_on) AS DATE) AS month,
    SUM(deals.amount) AS amount
  FROM deals
  WHERE
    deals.closed_on >= CAST('2024-12-01' AS DATE)
    AND deals.closed_on < CAST('2025-02-01' AS DATE)
    AND deals.region <> 'west'
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2024-12-01' AS DATE), CAST('2025-01-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.amount) AS amount
  FROM (
    SELECT
      deals_scan.month AS month,
      deals_scan.amount AS amount
    FROM deals_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS amount
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.amount, 0) AS amount,
  CASE
    WHEN CAST('2025-03-01' AS DATE) <= answer.month
    THEN 200
    WHEN CAST('2025-01-01' AS DATE) <= answer.month
    THEN 100
  END AS amount_target,
  COALESCE(answer.amount, 0) - (
    CASE
      WHEN CAST('2025-03-01' AS DATE) <= answer.month
      THEN 200
      WHEN CAST('2025-01-01' AS DATE) <= answer.month
      THEN 100
    END
  ) AS amount_gap,
  CASE
    WHEN COALESCE(answer.amount, 0) >= CASE
      WHEN CAST('2025-03-01' AS DATE) <= answer.month
      THEN 200
      WHEN CAST('2025-01-01' AS DATE) <= answer.month
      THEN 100
    END
    THEN 'good'
    WHEN COALESCE(answer.amount, 0) >= CASE
      WHEN CAST('2025-03-01' AS DATE) <= answer.month
      THEN NULL
      WHEN CAST('2025-01-01' AS DATE) <= answer.month
      THEN NULL
    END
    THEN 'warning'
    WHEN NOT COALESCE(answer.amount, 0) IS NULL
    AND NOT CASE
      WHEN CAST('2025-03-01' AS DATE) <= answer.month
      THEN 200
      WHEN CAST('2025-01-01' AS DATE) <= answer.month
      THEN 100
    END IS NULL
    THEN 'bad'
  END AS amount_status
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', deals.closed_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(deals.closed_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2024-12-01' AS DATE), CAST('2025-01-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2024-12-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS amount
--   +      CAST(NULL AS DECIMAL) AS amount
--   -      THEN NULL
--   +      THEN CAST(NULL AS DECIMAL)
--   -      THEN NULL
--   +      THEN CAST(NULL AS DECIMAL)
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    deals.closed_on >= CAST('2024-12-01' AS DATE)
--   -    AND deals.closed_on < CAST('2025-02-01' AS DATE)
--   +    deals.closed_on >= TO_DATE('2024-12-01', 'YYYY-MM-DD')
--   +    AND deals.closed_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2024-12-01' AS DATE), CAST('2025-01-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2024-12-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +  ) AS numbers
--   -      NULL AS amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS amount
--   -    WHEN CAST('2025-03-01' AS DATE) <= answer.month
--   +    WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= answer.month
--   -    WHEN CAST('2025-01-01' AS DATE) <= answer.month
--   +    WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= answer.month
--   -      WHEN CAST('2025-03-01' AS DATE) <= answer.month
--   +      WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= answer.month
--   -      WHEN CAST('2025-01-01' AS DATE) <= answer.month
--   +      WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= answer.month
--   -      WHEN CAST('2025-03-01' AS DATE) <= answer.month
--   +      WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= answer.month
--   -      WHEN CAST('2025-01-01' AS DATE) <= answer.month
--   +      WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= answer.month
--   -      WHEN CAST('2025-03-01' AS DATE) <= answer.month
--   -      THEN NULL
--   -      WHEN CAST('2025-01-01' AS DATE) <= answer.month
--   -      THEN NULL
--   +      WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= answer.month
--   +      THEN CAST(NULL AS DECIMAL(1, 0))
--   +      WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= answer.month
--   +      THEN CAST(NULL AS DECIMAL(1, 0))
--   -      WHEN CAST('2025-03-01' AS DATE) <= answer.month
--   +      WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= answer.month
--   -      WHEN CAST('2025-01-01' AS DATE) <= answer.month
--   +      WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= answer.month

-- the target of a segment wins
--   amount by deals.region for 2025-03 vs target
SELECT
  deals.region AS region,
  COALESCE(SUM(deals.amount), 0) AS amount,
  CASE
    WHEN deals.region = 'west'
    THEN 10
    WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
    THEN 200
    WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
    THEN 100
  END AS amount_target,
  COALESCE(SUM(deals.amount), 0) - (
    CASE
      WHEN deals.region = 'west'
      THEN 10
      WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
      THEN 200
      WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
      THEN 100
    END
  ) AS amount_gap,
  CASE
    WHEN COALESCE(SUM(deals.amount), 0) >= CASE
      WHEN deals.region = 'west'
      THEN 10
      WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
      THEN 200
      WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
      THEN 100
    END
    THEN 'good'
    WHEN COALESCE(SUM(deals.amount), 0) >= CASE
      WHEN deals.region = 'west'
      THEN NULL
      WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
      THEN NULL
      WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
      THEN NULL
    END
    THEN 'warning'
    WHEN NOT COALESCE(SUM(deals.amount), 0) IS NULL
    AND NOT CASE
      WHEN deals.region = 'west'
      THEN 10
      WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
      THEN 200
      WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
      THEN 100
    END IS NULL
    THEN 'bad'
  END AS amount_status
FROM deals
WHERE
  deals.closed_on >= CAST('2025-03-01' AS DATE)
  AND deals.closed_on < CAST('2025-04-01' AS DATE)
GROUP BY
  1
ORDER BY
  deals.region NULLS LAST;
-- postgres:
--   -      THEN NULL
--   +      THEN CAST(NULL AS DECIMAL)
--   -      THEN NULL
--   +      THEN CAST(NULL AS DECIMAL)
--   -      THEN NULL
--   +      THEN CAST(NULL AS DECIMAL)
--   -  deals.region NULLS LAST
--   +  deals.region COLLATE "C" ASC
-- snowflake:
--   -    WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   +    WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   +    WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   +      WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   +      WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   +      WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   +      WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      THEN NULL
--   -      WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   -      THEN NULL
--   -      WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   -      THEN NULL
--   +      THEN CAST(NULL AS DECIMAL(1, 0))
--   +      WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +      THEN CAST(NULL AS DECIMAL(1, 0))
--   +      WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +      THEN CAST(NULL AS DECIMAL(1, 0))
--   -      WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   +      WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   +      WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -  deals.closed_on >= CAST('2025-03-01' AS DATE)
--   -  AND deals.closed_on < CAST('2025-04-01' AS DATE)
--   +  deals.closed_on >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +  AND deals.closed_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')

-- the target of a segment holds where the question is about nothing else
--   amount for 2025-03 where deals.region = 'west' and deals.id > 0 vs target
SELECT
  COALESCE(SUM(deals.amount), 0) AS amount,
  CASE
    WHEN 'west' = 'west'
    THEN 10
    WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
    THEN 200
    WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
    THEN 100
  END AS amount_target,
  COALESCE(SUM(deals.amount), 0) - (
    CASE
      WHEN 'west' = 'west'
      THEN 10
      WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
      THEN 200
      WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
      THEN 100
    END
  ) AS amount_gap,
  CASE
    WHEN COALESCE(SUM(deals.amount), 0) >= CASE
      WHEN 'west' = 'west'
      THEN 10
      WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
      THEN 200
      WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
      THEN 100
    END
    THEN 'good'
    WHEN COALESCE(SUM(deals.amount), 0) >= CASE
      WHEN 'west' = 'west'
      THEN NULL
      WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
      THEN NULL
      WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
      THEN NULL
    END
    THEN 'warning'
    WHEN NOT COALESCE(SUM(deals.amount), 0) IS NULL
    AND NOT CASE
      WHEN 'west' = 'west'
      THEN 10
      WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
      THEN 200
      WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
      THEN 100
    END IS NULL
    THEN 'bad'
  END AS amount_status
FROM deals
WHERE
  deals.closed_on >= CAST('2025-03-01' AS DATE)
  AND deals.closed_on < CAST('2025-04-01' AS DATE)
  AND deals.region = 'west'
  AND deals.id > 0;
-- postgres:
--   -      THEN NULL
--   +      THEN CAST(NULL AS DECIMAL)
--   -      THEN NULL
--   +      THEN CAST(NULL AS DECIMAL)
--   -      THEN NULL
--   +      THEN CAST(NULL AS DECIMAL)
-- snowflake:
--   -    WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   +    WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   +    WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   +      WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   +      WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   +      WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   +      WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      THEN NULL
--   -      WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   -      THEN NULL
--   -      WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   -      THEN NULL
--   +      THEN CAST(NULL AS DECIMAL(1, 0))
--   +      WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +      THEN CAST(NULL AS DECIMAL(1, 0))
--   +      WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +      THEN CAST(NULL AS DECIMAL(1, 0))
--   -      WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   +      WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   +      WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -  deals.closed_on >= CAST('2025-03-01' AS DATE)
--   -  AND deals.closed_on < CAST('2025-04-01' AS DATE)
--   +  deals.closed_on >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +  AND deals.closed_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')

-- a question about another segment has the general target
--   amount for 2025-03 where deals.region = 'north' vs target
SELECT
  COALESCE(SUM(deals.amount), 0) AS amount,
  CASE
    WHEN 'north' = 'west'
    THEN 10
    WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
    THEN 200
    WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
    THEN 100
  END AS amount_target,
  COALESCE(SUM(deals.amount), 0) - (
    CASE
      WHEN 'north' = 'west'
      THEN 10
      WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
      THEN 200
      WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
      THEN 100
    END
  ) AS amount_gap,
  CASE
    WHEN COALESCE(SUM(deals.amount), 0) >= CASE
      WHEN 'north' = 'west'
      THEN 10
      WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
      THEN 200
      WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
      THEN 100
    END
    THEN 'good'
    WHEN COALESCE(SUM(deals.amount), 0) >= CASE
      WHEN 'north' = 'west'
      THEN NULL
      WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
      THEN NULL
      WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
      THEN NULL
    END
    THEN 'warning'
    WHEN NOT COALESCE(SUM(deals.amount), 0) IS NULL
    AND NOT CASE
      WHEN 'north' = 'west'
      THEN 10
      WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
      THEN 200
      WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
      THEN 100
    END IS NULL
    THEN 'bad'
  END AS amount_status
FROM deals
WHERE
  deals.closed_on >= CAST('2025-03-01' AS DATE)
  AND deals.closed_on < CAST('2025-04-01' AS DATE)
  AND deals.region = 'north';
-- postgres:
--   -      THEN NULL
--   +      THEN CAST(NULL AS DECIMAL)
--   -      THEN NULL
--   +      THEN CAST(NULL AS DECIMAL)
--   -      THEN NULL
--   +      THEN CAST(NULL AS DECIMAL)
-- snowflake:
--   -    WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   +    WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   +    WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   +      WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   +      WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   +      WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   +      WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      THEN NULL
--   -      WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   -      THEN NULL
--   -      WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   -      THEN NULL
--   +      THEN CAST(NULL AS DECIMAL(1, 0))
--   +      WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +      THEN CAST(NULL AS DECIMAL(1, 0))
--   +      WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +      THEN CAST(NULL AS DECIMAL(1, 0))
--   -      WHEN CAST('2025-03-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   +      WHEN TO_DATE('2025-03-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      WHEN CAST('2025-01-01' AS DATE) <= CAST('2025-03-01' AS DATE)
--   +      WHEN TO_DATE('2025-01-01', 'YYYY-MM-DD') <= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -  deals.closed_on >= CAST('2025-03-01' AS DATE)
--   -  AND deals.closed_on < CAST('2025-04-01' AS DATE)
--   +  deals.closed_on >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +  AND deals.closed_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')

-- a metric without a target
--   deals vs target
SELECT
  COUNT(*) AS deals,
  NULL AS deals_target,
  NULL AS deals_gap,
  NULL AS deals_status
FROM deals;
-- postgres:
--   -  NULL AS deals_target,
--   -  NULL AS deals_gap,
--   -  NULL AS deals_status
--   +  CAST(NULL AS DECIMAL) AS deals_target,
--   +  CAST(NULL AS DECIMAL) AS deals_gap,
--   +  CAST(NULL AS TEXT) AS deals_status
-- snowflake:
--   -  NULL AS deals_target,
--   -  NULL AS deals_gap,
--   -  NULL AS deals_status
--   +  CAST(NULL AS DECIMAL(1, 0)) AS deals_target,
--   +  CAST(NULL AS DECIMAL(1, 0)) AS deals_gap,
--   +  CAST(NULL AS VARCHAR) AS deals_status
