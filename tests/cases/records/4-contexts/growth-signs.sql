-- growth is measured against the size of the earlier value
--   growth(profit, 1 year) as g by month for 2025-01 to 2025-02
WITH entries_scan /* sum_amount */ AS (
  SELECT
    CAST(DATE_TRUNC('month', entries.booked_on) AS DATE) AS month,
    SUM(entries.amount) AS sum_amount
  FROM entries
  WHERE
    entries.booked_on >= CAST('2025-01-01' AS DATE)
    AND entries.booked_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), entries_prior_scan /* prior_sum_amount */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS month,
    SUM(entries.amount) AS prior_sum_amount
  FROM entries
  WHERE
    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount
  FROM (
    SELECT
      entries_scan.month AS month,
      entries_scan.sum_amount AS sum_amount,
      NULL AS prior_sum_amount
    FROM entries_scan
    UNION ALL
    SELECT
      entries_prior_scan.month AS month,
      NULL AS sum_amount,
      entries_prior_scan.prior_sum_amount AS prior_sum_amount
    FROM entries_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS sum_amount,
      NULL AS prior_sum_amount
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  (
    COALESCE(answer.sum_amount, 0) - COALESCE(answer.prior_sum_amount, 0)
  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', entries.booked_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(entries.booked_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      NULL AS sum_amount,
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE)) AS DATE) AS month,
--   -    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(CAST('2025-01-01' AS DATE) + numbers.n * INTERVAL '1 MONTH' AS DATE) AS month
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(MONTH, CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE))
--   +    ) AS numbers
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g
--   -  answer.month NULLS LAST
--   +  answer.month ASC

-- an unfinished month against the whole month a year ago
--   profit, prior(profit, 1 year) as before, growth(profit, 1 year) as g by month for 2025-03
WITH entries_scan /* profit */ AS (
  SELECT
    CAST(DATE_TRUNC('month', entries.booked_on) AS DATE) AS month,
    SUM(entries.amount) AS profit
  FROM entries
  WHERE
    entries.booked_on >= CAST('2025-03-01' AS DATE)
    AND entries.booked_on < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
), entries_prior_scan /* prior_profit */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS month,
    SUM(entries.amount) AS prior_profit
  FROM entries
  WHERE
    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-03-01' AS DATE)
    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.profit) AS profit,
    MAX(stacked.prior_profit) AS prior_profit
  FROM (
    SELECT
      entries_scan.month AS month,
      entries_scan.profit AS profit,
      NULL AS prior_profit
    FROM entries_scan
    UNION ALL
    SELECT
      entries_prior_scan.month AS month,
      NULL AS profit,
      entries_prior_scan.prior_profit AS prior_profit
    FROM entries_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS profit,
      NULL AS prior_profit
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.profit, 0) AS profit,
  COALESCE(answer.prior_profit, 0) AS before,
  (
    COALESCE(answer.profit, 0) - COALESCE(answer.prior_profit, 0)
  ) / NULLIF(ABS(COALESCE(answer.prior_profit, 0)), 0) AS g
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', entries.booked_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(entries.booked_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-03-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   +    CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-03-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-04-01' AS DATE)
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS prior_profit
--   +      CAST(NULL AS DECIMAL) AS prior_profit
--   -      NULL AS profit,
--   +      CAST(NULL AS DECIMAL) AS profit,
--   -      NULL AS profit,
--   -      NULL AS prior_profit
--   +      CAST(NULL AS DECIMAL) AS profit,
--   +      CAST(NULL AS DECIMAL) AS prior_profit
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_profit, 0)), 0) AS g
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_profit, 0)), 0) AS g
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE)) AS DATE) AS month,
--   -    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-03-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   +    CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-03-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-04-01' AS DATE)
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(CAST('2025-03-01' AS DATE) + numbers.n * INTERVAL '1 MONTH' AS DATE) AS month
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(MONTH, CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE))
--   +    ) AS numbers
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_profit, 0)), 0) AS g
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_profit, 0)), 0) AS g
--   -  answer.month NULLS LAST
--   +  answer.month ASC

-- aligned cuts both at the end of the as-of day
--   growth(profit, 1 year, aligned) as g, change(profit, 1 year, aligned) as c by month for 2025-03
WITH entries_scan /* sum_amount */ AS (
  SELECT
    CAST(DATE_TRUNC('month', entries.booked_on) AS DATE) AS month,
    SUM(entries.amount) AS sum_amount
  FROM entries
  WHERE
    entries.booked_on >= CAST('2025-03-01' AS DATE)
    AND entries.booked_on < CAST('2025-04-01' AS DATE)
    AND entries.booked_on < CAST('2025-03-11' AS DATE)
  GROUP BY
    1
), entries_prior_scan /* prior_sum_amount */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS month,
    SUM(entries.amount) AS prior_sum_amount
  FROM entries
  WHERE
    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-03-01' AS DATE)
    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
  GROUP BY
    1
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount
  FROM (
    SELECT
      entries_scan.month AS month,
      entries_scan.sum_amount AS sum_amount,
      NULL AS prior_sum_amount
    FROM entries_scan
    UNION ALL
    SELECT
      entries_prior_scan.month AS month,
      NULL AS sum_amount,
      entries_prior_scan.prior_sum_amount AS prior_sum_amount
    FROM entries_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS sum_amount,
      NULL AS prior_sum_amount
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  (
    COALESCE(answer.sum_amount, 0) - COALESCE(answer.prior_sum_amount, 0)
  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g,
  COALESCE(answer.sum_amount, 0) - COALESCE(answer.prior_sum_amount, 0) AS c
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', entries.booked_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(entries.booked_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-03-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
--   +    CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-03-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-04-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-03-11' AS DATE)
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      NULL AS sum_amount,
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g,
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g,
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE)) AS DATE) AS month,
--   -    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-03-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
--   +    CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-03-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-04-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-03-11' AS DATE)
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(CAST('2025-03-01' AS DATE) + numbers.n * INTERVAL '1 MONTH' AS DATE) AS month
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(MONTH, CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE))
--   +    ) AS numbers
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g,
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g,
--   -  answer.month NULLS LAST
--   +  answer.month ASC

-- aligned changes nothing in a period that is complete
--   growth(profit, 1 year, aligned) as g, growth(profit, 1 month, aligned) as m by month for 2025-01 to 2025-02
WITH entries_scan /* sum_amount */ AS (
  SELECT
    CAST(DATE_TRUNC('month', entries.booked_on) AS DATE) AS month,
    SUM(entries.amount) AS sum_amount
  FROM entries
  WHERE
    entries.booked_on >= CAST('2025-01-01' AS DATE)
    AND entries.booked_on < CAST('2025-03-01' AS DATE)
    AND entries.booked_on < CAST('2025-03-11' AS DATE)
  GROUP BY
    1
), entries_prior_scan /* prior_sum_amount */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS month,
    SUM(entries.amount) AS prior_sum_amount
  FROM entries
  WHERE
    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
  GROUP BY
    1
), entries_prior_scan_2 /* prior_sum_amount_2 */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS month,
    SUM(entries.amount) AS prior_sum_amount_2
  FROM entries
  WHERE
    CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
    AND CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
  GROUP BY
    1
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount,
    MAX(stacked.prior_sum_amount_2) AS prior_sum_amount_2
  FROM (
    SELECT
      entries_scan.month AS month,
      entries_scan.sum_amount AS sum_amount,
      NULL AS prior_sum_amount,
      NULL AS prior_sum_amount_2
    FROM entries_scan
    UNION ALL
    SELECT
      entries_prior_scan.month AS month,
      NULL AS sum_amount,
      entries_prior_scan.prior_sum_amount AS prior_sum_amount,
      NULL AS prior_sum_amount_2
    FROM entries_prior_scan
    UNION ALL
    SELECT
      entries_prior_scan_2.month AS month,
      NULL AS sum_amount,
      NULL AS prior_sum_amount,
      entries_prior_scan_2.prior_sum_amount_2 AS prior_sum_amount_2
    FROM entries_prior_scan_2
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS sum_amount,
      NULL AS prior_sum_amount,
      NULL AS prior_sum_amount_2
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  (
    COALESCE(answer.sum_amount, 0) - COALESCE(answer.prior_sum_amount, 0)
  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g,
  (
    COALESCE(answer.sum_amount, 0) - COALESCE(answer.prior_sum_amount_2, 0)
  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount_2, 0)), 0) AS m
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', entries.booked_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(entries.booked_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
--   +    CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-03-11' AS DATE)
--   -    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(entries.booked_on + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
--   +    CAST(entries.booked_on + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-11' AS DATE)
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS prior_sum_amount,
--   -      NULL AS prior_sum_amount_2
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount_2
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      NULL AS prior_sum_amount_2
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount_2
--   -      NULL AS sum_amount,
--   -      NULL AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount,
--   -      NULL AS sum_amount,
--   -      NULL AS prior_sum_amount,
--   -      NULL AS prior_sum_amount_2
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount_2
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g,
--   -  (
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g,
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount_2, 0)), 0) AS m
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_sum_amount_2, 0)), 0) AS m
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE)) AS DATE) AS month,
--   -    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
--   +    CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-03-11' AS DATE)
--   -    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '1 MONTH' AS DATE)) AS DATE) AS month,
--   -    CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
--   +    CAST(entries.booked_on + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-11' AS DATE)
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(CAST('2025-01-01' AS DATE) + numbers.n * INTERVAL '1 MONTH' AS DATE) AS month
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(MONTH, CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE))
--   +    ) AS numbers
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g,
--   -  (
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g,
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount_2, 0)), 0) AS m
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_sum_amount_2, 0)), 0) AS m
--   -  answer.month NULLS LAST
--   +  answer.month ASC

-- aligned by quarter
--   change(profit, 1 year, aligned) as c by quarter for 2025-Q1
WITH entries_scan /* sum_amount */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', entries.booked_on) AS DATE) AS quarter,
    SUM(entries.amount) AS sum_amount
  FROM entries
  WHERE
    entries.booked_on >= CAST('2025-01-01' AS DATE)
    AND entries.booked_on < CAST('2025-04-01' AS DATE)
    AND entries.booked_on < CAST('2025-03-11' AS DATE)
  GROUP BY
    1
), entries_prior_scan /* prior_sum_amount */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS quarter,
    SUM(entries.amount) AS prior_sum_amount
  FROM entries
  WHERE
    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
  GROUP BY
    1
), quarters /* every quarter, from `starts` to before `ends` */ AS (
  SELECT
    series.quarter,
    series.quarter AS starts,
    CAST(series.quarter + INTERVAL '3' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-01' AS DATE), INTERVAL '3' MONTH)
      ) AS DATE) AS quarter
  ) AS series
), answer /* one row for each group */ AS (
  SELECT
    stacked.quarter,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount
  FROM (
    SELECT
      entries_scan.quarter AS quarter,
      entries_scan.sum_amount AS sum_amount,
      NULL AS prior_sum_amount
    FROM entries_scan
    UNION ALL
    SELECT
      entries_prior_scan.quarter AS quarter,
      NULL AS sum_amount,
      entries_prior_scan.prior_sum_amount AS prior_sum_amount
    FROM entries_prior_scan
    UNION ALL
    SELECT
      quarters.quarter AS quarter,
      NULL AS sum_amount,
      NULL AS prior_sum_amount
    FROM quarters
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.quarter AS quarter,
  COALESCE(answer.sum_amount, 0) - COALESCE(answer.prior_sum_amount, 0) AS c
FROM answer
ORDER BY
  answer.quarter NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('quarter', entries.booked_on) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(entries.booked_on AS TIMESTAMP)) AS DATE) AS quarter,
--   -    CAST(DATE_TRUNC('quarter', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC(
--   +      'quarter',
--   +      CAST(CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) AS TIMESTAMP)
--   +    ) AS DATE) AS quarter,
--   -    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
--   +    CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-04-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-03-11' AS DATE)
--   -    CAST(series.quarter + INTERVAL '3' MONTH AS DATE) AS ends
--   +    CAST(series.quarter + INTERVAL '3 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-01' AS DATE), INTERVAL '3' MONTH)
--   -      ) AS DATE) AS quarter
--   +      CAST(series.start AS DATE) AS quarter
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '3 MONTH'
--   +    ) AS series(start)
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      NULL AS sum_amount,
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -  answer.quarter NULLS LAST
--   +  answer.quarter ASC
-- snowflake:
--   -    CAST(DATE_TRUNC('quarter', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE)) AS DATE) AS quarter,
--   -    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
--   +    CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-04-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-03-11' AS DATE)
--   -    CAST(series.quarter + INTERVAL '3' MONTH AS DATE) AS ends
--   +    CAST(series.quarter + INTERVAL '3 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-01' AS DATE), INTERVAL '3' MONTH)
--   -      ) AS DATE) AS quarter
--   +      CAST(CAST('2025-01-01' AS DATE) + (
--   +        numbers.n * 3
--   +      ) * INTERVAL '1 MONTH' AS DATE) AS quarter
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(QUARTER, CAST('2025-01-01' AS DATE), CAST('2025-01-01' AS DATE))
--   +    ) AS numbers
--   -  answer.quarter NULLS LAST
--   +  answer.quarter ASC

-- vs prior aligned
--   profit by month for 2025-02 to 2025-03 where entries.id != 10 vs prior year aligned
WITH entries_scan /* profit */ AS (
  SELECT
    CAST(DATE_TRUNC('month', entries.booked_on) AS DATE) AS month,
    SUM(entries.amount) AS profit
  FROM entries
  WHERE
    entries.booked_on >= CAST('2025-02-01' AS DATE)
    AND entries.booked_on < CAST('2025-04-01' AS DATE)
    AND entries.id <> 10
  GROUP BY
    1
), entries_prior_scan /* prior_profit */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS month,
    SUM(entries.amount) AS prior_profit
  FROM entries
  WHERE
    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
    AND entries.id <> 10
  GROUP BY
    1
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.profit) AS profit,
    MAX(stacked.prior_profit) AS prior_profit
  FROM (
    SELECT
      entries_scan.month AS month,
      entries_scan.profit AS profit,
      NULL AS prior_profit
    FROM entries_scan
    UNION ALL
    SELECT
      entries_prior_scan.month AS month,
      NULL AS profit,
      entries_prior_scan.prior_profit AS prior_profit
    FROM entries_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS profit,
      NULL AS prior_profit
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.profit, 0) AS profit,
  COALESCE(answer.prior_profit, 0) AS profit_prior,
  COALESCE(answer.profit, 0) - COALESCE(answer.prior_profit, 0) AS profit_change
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', entries.booked_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(entries.booked_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
--   +    CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-02-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-04-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-03-11' AS DATE)
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS prior_profit
--   +      CAST(NULL AS DECIMAL) AS prior_profit
--   -      NULL AS profit,
--   +      CAST(NULL AS DECIMAL) AS profit,
--   -      NULL AS profit,
--   -      NULL AS prior_profit
--   +      CAST(NULL AS DECIMAL) AS profit,
--   +      CAST(NULL AS DECIMAL) AS prior_profit
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE)) AS DATE) AS month,
--   -    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
--   +    CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-02-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-04-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-03-11' AS DATE)
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(CAST('2025-02-01' AS DATE) + numbers.n * INTERVAL '1 MONTH' AS DATE) AS month
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(MONTH, CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE))
--   +    ) AS numbers
--   -  answer.month NULLS LAST
--   +  answer.month ASC

-- the current period is marked, and so is one that the range cuts
--   profit by month for 2025-02-11 to 2025-04-10
WITH entries_scan /* profit */ AS (
  SELECT
    CAST(DATE_TRUNC('month', entries.booked_on) AS DATE) AS month,
    SUM(entries.amount) AS profit
  FROM entries
  WHERE
    entries.booked_on >= CAST('2025-02-11' AS DATE)
    AND entries.booked_on < CAST('2025-04-11' AS DATE)
  GROUP BY
    1
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    CASE
      WHEN series.month IS NULL OR CAST('2025-02-11' AS DATE) IS NULL
      THEN NULL
      ELSE GREATEST(series.month, CAST('2025-02-11' AS DATE))
    END AS starts,
    CASE
      WHEN CAST(series.month + INTERVAL '1' MONTH AS DATE) IS NULL
      OR CAST('2025-04-11' AS DATE) IS NULL
      THEN NULL
      ELSE LEAST(CAST(series.month + INTERVAL '1' MONTH AS DATE), CAST('2025-04-11' AS DATE))
    END AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.profit) AS profit
  FROM (
    SELECT
      entries_scan.month AS month,
      entries_scan.profit AS profit
    FROM entries_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS profit
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.profit, 0) AS profit
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', entries.booked_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(entries.booked_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CASE
--   -      WHEN series.month IS NULL OR CAST('2025-02-11' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(series.month, CAST('2025-02-11' AS DATE))
--   -    END AS starts,
--   -    CASE
--   -      WHEN CAST(series.month + INTERVAL '1' MONTH AS DATE) IS NULL
--   -      OR CAST('2025-04-11' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE LEAST(CAST(series.month + INTERVAL '1' MONTH AS DATE), CAST('2025-04-11' AS DATE))
--   -    END AS ends
--   +    GREATEST(series.month, CAST('2025-02-11' AS DATE)) AS starts,
--   +    LEAST(CAST(series.month + INTERVAL '1 MONTH' AS DATE), CAST('2025-04-11' AS DATE)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS profit
--   +      CAST(NULL AS DECIMAL) AS profit
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CASE
--   -      WHEN series.month IS NULL OR CAST('2025-02-11' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(series.month, CAST('2025-02-11' AS DATE))
--   -    END AS starts,
--   -    CASE
--   -      WHEN CAST(series.month + INTERVAL '1' MONTH AS DATE) IS NULL
--   -      OR CAST('2025-04-11' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE LEAST(CAST(series.month + INTERVAL '1' MONTH AS DATE), CAST('2025-04-11' AS DATE))
--   -    END AS ends
--   +    GREATEST(series.month, CAST('2025-02-11' AS DATE)) AS starts,
--   +    LEAST(CAST(series.month + INTERVAL '1 MONTH' AS DATE), CAST('2025-04-11' AS DATE)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(CAST('2025-02-01' AS DATE) + numbers.n * INTERVAL '1 MONTH' AS DATE) AS month
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(MONTH, CAST('2025-02-01' AS DATE), CAST('2025-04-01' AS DATE))
--   +    ) AS numbers
--   -  answer.month NULLS LAST
--   +  answer.month ASC
