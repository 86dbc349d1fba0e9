-- three months, by month, reaching back before the range
--   trailing(revenue, 3 months) as t by month for 2025-03 to 2025-06
WITH orders_by_month /* trailing_sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(orders.amount) AS trailing_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-11-29' AS DATE)
    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
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
        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), months_with_rows AS (
  SELECT DISTINCT
    orders_by_month.starting_month AS seen
  FROM orders_by_month
), months_seen /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    AND months_with_rows.seen < months.ends
), orders_scan /* trailing_sum_amount */ AS (
  SELECT
    months_seen.month AS month,
    SUM(orders_by_month.trailing_sum_amount) AS trailing_sum_amount
  FROM orders_by_month
  INNER JOIN months_seen
    ON orders_by_month.starting_month = months_seen.seen
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.trailing_sum_amount AS trailing_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS trailing_sum_amount
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.trailing_sum_amount, 0) AS t
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-06-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -      NULL AS trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-11-29' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-11-29', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-03-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 4))
--   +    ) AS numbers
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON months_with_rows.seen >= DATEADD(MONTH, -3, months.ends)
--   -      NULL AS trailing_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_amount

-- distinct buyers of three months are counted anew
--   buyers, trailing(buyers, 3 months) as t by month for 2025-03 to 2025-06
WITH orders_scan /* buyers */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    COUNT(DISTINCT orders.customer) AS buyers
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-03-01' AS DATE)
    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), orders_by_month /* groups of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    orders.customer AS value
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-11-29' AS DATE)
    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
  GROUP BY
    1,
    2
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), months_with_rows AS (
  SELECT DISTINCT
    orders_by_month.starting_month AS seen
  FROM orders_by_month
), months_seen /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    AND months_with_rows.seen < months.ends
), months_seen_in_runs /* from which month to before which */ AS (
  SELECT
    months_seen.seen AS seen,
    MIN(months_seen.month) AS begins,
    CAST(MAX(months_seen.month) + INTERVAL '1' MONTH AS DATE) AS ends
  FROM months_seen
  GROUP BY
    1
), orders_in_sight /* each value's runs, and where its next one begins */ AS (
  SELECT
    orders_by_month.value,
    months_seen_in_runs.begins,
    months_seen_in_runs.ends,
    LEAD(months_seen_in_runs.begins) OVER (
      PARTITION BY orders_by_month.value
      ORDER BY orders_by_month.starting_month NULLS LAST
    ) AS again
  FROM orders_by_month
  INNER JOIN months_seen_in_runs
    ON orders_by_month.starting_month = months_seen_in_runs.seen
), orders_steps /* values that come into sight, less those that go out of it, by month */ AS (
  SELECT
    orders_in_sight.begins AS month,
    COUNT(orders_in_sight.value) AS step
  FROM orders_in_sight
  GROUP BY
    1
  UNION ALL
  SELECT
    CASE
      WHEN orders_in_sight.again < orders_in_sight.ends
      THEN orders_in_sight.again
      ELSE orders_in_sight.ends
    END AS month,
    -COUNT(orders_in_sight.value) AS step
  FROM orders_in_sight
  GROUP BY
    1
), orders_scan_2 /* trailing_buyers */ AS (
  SELECT
    months.month AS month,
    SUM(orders_steps.step) AS trailing_buyers
  FROM orders_steps
  INNER JOIN months
    ON months.month = orders_steps.month
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.buyers) AS buyers,
    MAX(stacked.trailing_buyers) AS trailing_buyers
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.buyers AS buyers,
      NULL AS trailing_buyers
    FROM orders_scan
    UNION ALL
    SELECT
      orders_scan_2.month AS month,
      NULL AS buyers,
      orders_scan_2.trailing_buyers AS trailing_buyers
    FROM orders_scan_2
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS buyers,
      NULL AS trailing_buyers
    FROM months
  ) AS stacked
  GROUP BY
    1
), with_running /* running: trailing_buyers */ AS (
  SELECT
    answer.month,
    answer.buyers,
    CASE
      WHEN NOT answer.month IS NULL
      THEN SUM(answer.trailing_buyers) OVER (ORDER BY answer.month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    END AS trailing_buyers
  FROM answer
)
SELECT
  with_running.month AS month,
  COALESCE(with_running.buyers, 0) AS buyers,
  COALESCE(with_running.trailing_buyers, 0) AS t
FROM with_running
ORDER BY
  with_running.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-06-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -    CAST(MAX(months_seen.month) + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(MAX(months_seen.month) + INTERVAL '1 MONTH' AS DATE) AS ends
--   -    LEAD(months_seen_in_runs.begins) OVER (
--   -      PARTITION BY orders_by_month.value
--   -      ORDER BY orders_by_month.starting_month NULLS LAST
--   -    ) AS again
--   +    LEAD(months_seen_in_runs.begins) OVER (PARTITION BY orders_by_month.value ORDER BY orders_by_month.starting_month ASC) AS again
--   -      NULL AS trailing_buyers
--   +      CAST(NULL AS DECIMAL) AS trailing_buyers
--   -      NULL AS buyers,
--   +      CAST(NULL AS DECIMAL) AS buyers,
--   -      NULL AS buyers,
--   -      NULL AS trailing_buyers
--   +      CAST(NULL AS DECIMAL) AS buyers,
--   +      CAST(NULL AS DECIMAL) AS trailing_buyers
--   -      THEN SUM(answer.trailing_buyers) OVER (ORDER BY answer.month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   +      THEN SUM(answer.trailing_buyers) OVER (ORDER BY answer.month ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   -  with_running.month NULLS LAST
--   +  with_running.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-03-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2024-11-29' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-11-29', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-03-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 4))
--   +    ) AS numbers
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON months_with_rows.seen >= DATEADD(MONTH, -3, months.ends)
--   -    CAST(MAX(months_seen.month) + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, MAX(months_seen.month)) AS ends
--   -      NULL AS trailing_buyers
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_buyers
--   -      NULL AS buyers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS buyers,
--   -      NULL AS buyers,
--   -      NULL AS trailing_buyers
--   +      CAST(NULL AS DECIMAL(1, 0)) AS buyers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_buyers

-- an average, a maximum and a ratio over the window
--   trailing(mean, 3 months) as mean3, trailing(largest, 3 months) as largest3, trailing(per_buyer, 3 months) as per_buyer3 by month for 2025-03 to 2025-05
WITH orders_by_month /* trailing_avg_amount_above, trailing_avg_amount_below, trailing_max_amount, trailing_sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(CAST(orders.amount AS DOUBLE)) AS trailing_avg_amount_above,
    COUNT(orders.amount) AS trailing_avg_amount_below,
    MAX(orders.amount) AS trailing_max_amount,
    SUM(orders.amount) AS trailing_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-11-29' AS DATE)
    AND orders.ordered_on < CAST('2025-06-01' AS DATE)
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
        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), months_with_rows AS (
  SELECT DISTINCT
    orders_by_month.starting_month AS seen
  FROM orders_by_month
), months_seen /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    AND months_with_rows.seen < months.ends
), orders_scan /* trailing_avg_amount, trailing_max_amount, trailing_sum_amount */ AS (
  SELECT
    months_seen.month AS month,
    SUM(orders_by_month.trailing_avg_amount_above) / NULLIF(SUM(orders_by_month.trailing_avg_amount_below), 0) AS trailing_avg_amount,
    MAX(orders_by_month.trailing_max_amount) AS trailing_max_amount,
    SUM(orders_by_month.trailing_sum_amount) AS trailing_sum_amount
  FROM orders_by_month
  INNER JOIN months_seen
    ON orders_by_month.starting_month = months_seen.seen
  GROUP BY
    1
), orders_by_month_2 /* groups of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    orders.customer AS value
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-11-29' AS DATE)
    AND orders.ordered_on < CAST('2025-06-01' AS DATE)
  GROUP BY
    1,
    2
), months_with_rows_2 AS (
  SELECT DISTINCT
    orders_by_month_2.starting_month AS seen
  FROM orders_by_month_2
), months_seen_2 /* which months each month sees */ AS (
  SELECT
    months_with_rows_2.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows_2
    ON months_with_rows_2.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    AND months_with_rows_2.seen < months.ends
), months_seen_2_in_runs /* from which month to before which */ AS (
  SELECT
    months_seen_2.seen AS seen,
    MIN(months_seen_2.month) AS begins,
    CAST(MAX(months_seen_2.month) + INTERVAL '1' MONTH AS DATE) AS ends
  FROM months_seen_2
  GROUP BY
    1
), orders_in_sight /* each value's runs, and where its next one begins */ AS (
  SELECT
    orders_by_month_2.value,
    months_seen_2_in_runs.begins,
    months_seen_2_in_runs.ends,
    LEAD(months_seen_2_in_runs.begins) OVER (
      PARTITION BY orders_by_month_2.value
      ORDER BY orders_by_month_2.starting_month NULLS LAST
    ) AS again
  FROM orders_by_month_2
  INNER JOIN months_seen_2_in_runs
    ON orders_by_month_2.starting_month = months_seen_2_in_runs.seen
), orders_steps /* values that come into sight, less those that go out of it, by month */ AS (
  SELECT
    orders_in_sight.begins AS month,
    COUNT(orders_in_sight.value) AS step
  FROM orders_in_sight
  GROUP BY
    1
  UNION ALL
  SELECT
    CASE
      WHEN orders_in_sight.again < orders_in_sight.ends
      THEN orders_in_sight.again
      ELSE orders_in_sight.ends
    END AS month,
    -COUNT(orders_in_sight.value) AS step
  FROM orders_in_sight
  GROUP BY
    1
), orders_scan_2 /* trailing_count_customer */ AS (
  SELECT
    months.month AS month,
    SUM(orders_steps.step) AS trailing_count_customer
  FROM orders_steps
  INNER JOIN months
    ON months.month = orders_steps.month
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.trailing_avg_amount) AS trailing_avg_amount,
    MAX(stacked.trailing_max_amount) AS trailing_max_amount,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount,
    MAX(stacked.trailing_count_customer) AS trailing_count_customer
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.trailing_avg_amount AS trailing_avg_amount,
      orders_scan.trailing_max_amount AS trailing_max_amount,
      orders_scan.trailing_sum_amount AS trailing_sum_amount,
      NULL AS trailing_count_customer
    FROM orders_scan
    UNION ALL
    SELECT
      orders_scan_2.month AS month,
      NULL AS trailing_avg_amount,
      NULL AS trailing_max_amount,
      NULL AS trailing_sum_amount,
      orders_scan_2.trailing_count_customer AS trailing_count_customer
    FROM orders_scan_2
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS trailing_avg_amount,
      NULL AS trailing_max_amount,
      NULL AS trailing_sum_amount,
      NULL AS trailing_count_customer
    FROM months
  ) AS stacked
  GROUP BY
    1
), with_running /* running: trailing_count_customer */ AS (
  SELECT
    answer.month,
    answer.trailing_avg_amount,
    answer.trailing_max_amount,
    answer.trailing_sum_amount,
    CASE
      WHEN NOT answer.month IS NULL
      THEN SUM(answer.trailing_count_customer) OVER (ORDER BY answer.month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    END AS trailing_count_customer
  FROM answer
)
SELECT
  with_running.month AS month,
  with_running.trailing_avg_amount AS mean3,
  with_running.trailing_max_amount AS largest3,
  COALESCE(with_running.trailing_sum_amount, 0) / NULLIF(COALESCE(with_running.trailing_count_customer, 0), 0) AS per_buyer3
FROM with_running
ORDER BY
  with_running.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   -    SUM(CAST(orders.amount AS DOUBLE)) AS trailing_avg_amount_above,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   +    SUM(CAST(orders.amount AS DOUBLE PRECISION)) AS trailing_avg_amount_above,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -    SUM(orders_by_month.trailing_avg_amount_above) / NULLIF(SUM(orders_by_month.trailing_avg_amount_below), 0) AS trailing_avg_amount,
--   +    CAST(SUM(orders_by_month.trailing_avg_amount_above) AS DOUBLE PRECISION) / NULLIF(SUM(orders_by_month.trailing_avg_amount_below), 0) AS trailing_avg_amount,
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    ON months_with_rows_2.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON months_with_rows_2.seen >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -    CAST(MAX(months_seen_2.month) + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(MAX(months_seen_2.month) + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      ORDER BY orders_by_month_2.starting_month NULLS LAST
--   +      ORDER BY orders_by_month_2.starting_month ASC
--   -      NULL AS trailing_count_customer
--   +      CAST(NULL AS DECIMAL) AS trailing_count_customer
--   -      NULL AS trailing_avg_amount,
--   -      NULL AS trailing_max_amount,
--   -      NULL AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS trailing_avg_amount,
--   +      CAST(NULL AS DECIMAL) AS trailing_max_amount,
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount,
--   -      NULL AS trailing_avg_amount,
--   -      NULL AS trailing_max_amount,
--   -      NULL AS trailing_sum_amount,
--   -      NULL AS trailing_count_customer
--   +      CAST(NULL AS DECIMAL) AS trailing_avg_amount,
--   +      CAST(NULL AS DECIMAL) AS trailing_max_amount,
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS trailing_count_customer
--   -      THEN SUM(answer.trailing_count_customer) OVER (ORDER BY answer.month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   +      THEN SUM(answer.trailing_count_customer) OVER (ORDER BY answer.month ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   -  COALESCE(with_running.trailing_sum_amount, 0) / NULLIF(COALESCE(with_running.trailing_count_customer, 0), 0) AS per_buyer3
--   +  CAST(COALESCE(with_running.trailing_sum_amount, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(with_running.trailing_count_customer, 0), 0) AS per_buyer3
--   -  with_running.month NULLS LAST
--   +  with_running.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-11-29' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-06-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-11-29', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-06-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-03-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +    ) AS numbers
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON months_with_rows.seen >= DATEADD(MONTH, -3, months.ends)
--   -    SUM(orders_by_month.trailing_avg_amount_above) / NULLIF(SUM(orders_by_month.trailing_avg_amount_below), 0) AS trailing_avg_amount,
--   +    CAST(SUM(orders_by_month.trailing_avg_amount_above) AS DOUBLE) / NULLIF(SUM(orders_by_month.trailing_avg_amount_below), 0) AS trailing_avg_amount,
--   -    orders.ordered_on >= CAST('2024-11-29' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-06-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-11-29', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-06-01', 'YYYY-MM-DD')
--   -    ON months_with_rows_2.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON months_with_rows_2.seen >= DATEADD(MONTH, -3, months.ends)
--   -    CAST(MAX(months_seen_2.month) + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, MAX(months_seen_2.month)) AS ends
--   -      NULL AS trailing_count_customer
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_count_customer
--   -      NULL AS trailing_avg_amount,
--   -      NULL AS trailing_max_amount,
--   -      NULL AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_avg_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_max_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_amount,
--   -      NULL AS trailing_avg_amount,
--   -      NULL AS trailing_max_amount,
--   -      NULL AS trailing_sum_amount,
--   -      NULL AS trailing_count_customer
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_avg_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_max_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_count_customer
--   -  COALESCE(with_running.trailing_sum_amount, 0) / NULLIF(COALESCE(with_running.trailing_count_customer, 0), 0) AS per_buyer3
--   +  CAST(COALESCE(with_running.trailing_sum_amount, 0) AS DOUBLE) / NULLIF(COALESCE(with_running.trailing_count_customer, 0), 0) AS per_buyer3

-- an empty window is 0 for a sum and null for an average
--   trailing(revenue, 2 months) as s, trailing(mean, 2 months) as m by month for 2025-07 to 2025-09
WITH orders_by_month /* trailing_sum_amount, trailing_avg_amount_above, trailing_avg_amount_below of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(orders.amount) AS trailing_sum_amount,
    SUM(CAST(orders.amount AS DOUBLE)) AS trailing_avg_amount_above,
    COUNT(orders.amount) AS trailing_avg_amount_below
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-04-30' AS DATE)
    AND orders.ordered_on < CAST('2025-10-01' AS DATE)
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
        GENERATE_SERIES(CAST('2025-07-01' AS DATE), CAST('2025-09-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), months_with_rows AS (
  SELECT DISTINCT
    orders_by_month.starting_month AS seen
  FROM orders_by_month
), months_seen /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
    AND months_with_rows.seen < months.ends
), orders_scan /* trailing_sum_amount, trailing_avg_amount */ AS (
  SELECT
    months_seen.month AS month,
    SUM(orders_by_month.trailing_sum_amount) AS trailing_sum_amount,
    SUM(orders_by_month.trailing_avg_amount_above) / NULLIF(SUM(orders_by_month.trailing_avg_amount_below), 0) AS trailing_avg_amount
  FROM orders_by_month
  INNER JOIN months_seen
    ON orders_by_month.starting_month = months_seen.seen
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount,
    MAX(stacked.trailing_avg_amount) AS trailing_avg_amount
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.trailing_sum_amount AS trailing_sum_amount,
      orders_scan.trailing_avg_amount AS trailing_avg_amount
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS trailing_sum_amount,
      NULL AS trailing_avg_amount
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.trailing_sum_amount, 0) AS s,
  answer.trailing_avg_amount AS m
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    SUM(CAST(orders.amount AS DOUBLE)) AS trailing_avg_amount_above,
--   +    SUM(CAST(orders.amount AS DOUBLE PRECISION)) AS trailing_avg_amount_above,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-07-01' AS DATE), CAST('2025-09-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-07-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-09-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
--   -    SUM(orders_by_month.trailing_avg_amount_above) / NULLIF(SUM(orders_by_month.trailing_avg_amount_below), 0) AS trailing_avg_amount
--   +    CAST(SUM(orders_by_month.trailing_avg_amount_above) AS DOUBLE PRECISION) / NULLIF(SUM(orders_by_month.trailing_avg_amount_below), 0) AS trailing_avg_amount
--   -      NULL AS trailing_sum_amount,
--   -      NULL AS trailing_avg_amount
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS trailing_avg_amount
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-04-30' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-10-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-04-30', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-10-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-07-01' AS DATE), CAST('2025-09-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-07-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +    ) AS numbers
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows.seen >= DATEADD(MONTH, -2, months.ends)
--   -    SUM(orders_by_month.trailing_avg_amount_above) / NULLIF(SUM(orders_by_month.trailing_avg_amount_below), 0) AS trailing_avg_amount
--   +    CAST(SUM(orders_by_month.trailing_avg_amount_above) AS DOUBLE) / NULLIF(SUM(orders_by_month.trailing_avg_amount_below), 0) AS trailing_avg_amount
--   -      NULL AS trailing_sum_amount,
--   -      NULL AS trailing_avg_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_avg_amount

-- a month by day
--   trailing(revenue, 1 month) as t by day for 2025-02-09 to 2025-02-10
WITH orders_by_day /* trailing_sum_amount of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    SUM(orders.amount) AS trailing_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-09' AS DATE)
    AND orders.ordered_on < CAST('2025-02-11' AS DATE)
  GROUP BY
    1
), days /* every day, from `starts` to before `ends` */ AS (
  SELECT
    series.day,
    series.day AS starts,
    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-02-09' AS DATE), CAST('2025-02-10' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS day
  ) AS series
), days_with_rows AS (
  SELECT DISTINCT
    orders_by_day.starting_day AS seen
  FROM orders_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days.day
  FROM days
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '1' MONTH AS DATE)
    AND days_with_rows.seen < days.ends
), orders_scan /* trailing_sum_amount */ AS (
  SELECT
    days_seen.day AS day,
    SUM(orders_by_day.trailing_sum_amount) AS trailing_sum_amount
  FROM orders_by_day
  INNER JOIN days_seen
    ON orders_by_day.starting_day = days_seen.seen
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount
  FROM (
    SELECT
      orders_scan.day AS day,
      orders_scan.trailing_sum_amount AS trailing_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS trailing_sum_amount
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.trailing_sum_amount, 0) AS t
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-09' AS DATE), CAST('2025-02-10' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(series.start AS DATE) AS day
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-09' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-10' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '1' MONTH AS DATE)
--   +    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '1 MONTH' AS DATE)
--   -      NULL AS trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-09' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-11' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-09', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-11', 'YYYY-MM-DD')
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, series.day) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-09' AS DATE), CAST('2025-02-10' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-02-09', 'YYYY-MM-DD')) AS day
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +    ) AS numbers
--   -    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '1' MONTH AS DATE)
--   +    ON days_with_rows.seen >= DATEADD(MONTH, -1, days.ends)
--   -      NULL AS trailing_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_amount

-- the window's first day is in, the day before it is out
--   trailing(revenue, 1 month) as t by day for 2025-02-19 to 2025-02-20
WITH orders_by_day /* trailing_sum_amount of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    SUM(orders.amount) AS trailing_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-19' AS DATE)
    AND orders.ordered_on < CAST('2025-02-21' AS DATE)
  GROUP BY
    1
), days /* every day, from `starts` to before `ends` */ AS (
  SELECT
    series.day,
    series.day AS starts,
    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-02-19' AS DATE), CAST('2025-02-20' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS day
  ) AS series
), days_with_rows AS (
  SELECT DISTINCT
    orders_by_day.starting_day AS seen
  FROM orders_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days.day
  FROM days
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '1' MONTH AS DATE)
    AND days_with_rows.seen < days.ends
), orders_scan /* trailing_sum_amount */ AS (
  SELECT
    days_seen.day AS day,
    SUM(orders_by_day.trailing_sum_amount) AS trailing_sum_amount
  FROM orders_by_day
  INNER JOIN days_seen
    ON orders_by_day.starting_day = days_seen.seen
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount
  FROM (
    SELECT
      orders_scan.day AS day,
      orders_scan.trailing_sum_amount AS trailing_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS trailing_sum_amount
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.trailing_sum_amount, 0) AS t
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-19' AS DATE), CAST('2025-02-20' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(series.start AS DATE) AS day
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-19' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-20' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '1' MONTH AS DATE)
--   +    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '1 MONTH' AS DATE)
--   -      NULL AS trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-19' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-21' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-19', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-21', 'YYYY-MM-DD')
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, series.day) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-19' AS DATE), CAST('2025-02-20' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-02-19', 'YYYY-MM-DD')) AS day
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +    ) AS numbers
--   -    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '1' MONTH AS DATE)
--   +    ON days_with_rows.seen >= DATEADD(MONTH, -1, days.ends)
--   -      NULL AS trailing_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_amount

-- seven days by day
--   trailing(revenue, 7 days) as t by day for 2025-04-10 to 2025-04-12
WITH orders_by_day /* trailing_sum_amount of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    SUM(orders.amount) AS trailing_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-04-03' AS DATE)
    AND orders.ordered_on < CAST('2025-04-13' AS DATE)
  GROUP BY
    1
), days /* every day, from `starts` to before `ends` */ AS (
  SELECT
    series.day,
    series.day AS starts,
    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-04-10' AS DATE), CAST('2025-04-12' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS day
  ) AS series
), days_with_rows AS (
  SELECT DISTINCT
    orders_by_day.starting_day AS seen
  FROM orders_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days.day
  FROM days
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '7' DAY AS DATE)
    AND days_with_rows.seen < days.ends
), orders_scan /* trailing_sum_amount */ AS (
  SELECT
    days_seen.day AS day,
    SUM(orders_by_day.trailing_sum_amount) AS trailing_sum_amount
  FROM orders_by_day
  INNER JOIN days_seen
    ON orders_by_day.starting_day = days_seen.seen
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount
  FROM (
    SELECT
      orders_scan.day AS day,
      orders_scan.trailing_sum_amount AS trailing_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS trailing_sum_amount
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.trailing_sum_amount, 0) AS t
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-04-10' AS DATE), CAST('2025-04-12' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(series.start AS DATE) AS day
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-04-10' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-12' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '7' DAY AS DATE)
--   +    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '7 DAY' AS DATE)
--   -      NULL AS trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-04-03' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-04-13' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-04-03', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-04-13', 'YYYY-MM-DD')
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, series.day) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-04-10' AS DATE), CAST('2025-04-12' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-04-10', 'YYYY-MM-DD')) AS day
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +    ) AS numbers
--   -    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '7' DAY AS DATE)
--   +    ON days_with_rows.seen >= DATEADD(DAY, -7, days.ends)
--   -      NULL AS trailing_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_amount

-- a month that ends on 30 March begins on 28 February, on 31 March it begins on 1 March
--   trailing(sum(days_of_month.n), 1 month) as t by day for 2025-03-28 to 2025-03-31
WITH days_of_month_by_day /* trailing_sum_n of each day */ AS (
  SELECT
    days_of_month.on_day AS starting_day,
    SUM(days_of_month.n) AS trailing_sum_n
  FROM month_ends AS days_of_month
  WHERE
    days_of_month.on_day >= CAST('2025-02-25' AS DATE)
    AND days_of_month.on_day < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
), days /* every day, from `starts` to before `ends` */ AS (
  SELECT
    series.day,
    series.day AS starts,
    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-28' AS DATE), CAST('2025-03-31' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS day
  ) AS series
), days_with_rows AS (
  SELECT DISTINCT
    days_of_month_by_day.starting_day AS seen
  FROM days_of_month_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days.day
  FROM days
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '1' MONTH AS DATE)
    AND days_with_rows.seen < days.ends
), days_of_month_scan /* trailing_sum_n */ AS (
  SELECT
    days_seen.day AS day,
    SUM(days_of_month_by_day.trailing_sum_n) AS trailing_sum_n
  FROM days_of_month_by_day
  INNER JOIN days_seen
    ON days_of_month_by_day.starting_day = days_seen.seen
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.trailing_sum_n) AS trailing_sum_n
  FROM (
    SELECT
      days_of_month_scan.day AS day,
      days_of_month_scan.trailing_sum_n AS trailing_sum_n
    FROM days_of_month_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS trailing_sum_n
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.trailing_sum_n, 0) AS t
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-28' AS DATE), CAST('2025-03-31' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(series.start AS DATE) AS day
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-28' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-31' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '1' MONTH AS DATE)
--   +    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '1 MONTH' AS DATE)
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_n
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    days_of_month.on_day >= CAST('2025-02-25' AS DATE)
--   -    AND days_of_month.on_day < CAST('2025-04-01' AS DATE)
--   +    days_of_month.on_day >= TO_DATE('2025-02-25', 'YYYY-MM-DD')
--   +    AND days_of_month.on_day < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, series.day) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-28' AS DATE), CAST('2025-03-31' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-03-28', 'YYYY-MM-DD')) AS day
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 4))
--   +    ) AS numbers
--   -    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '1' MONTH AS DATE)
--   +    ON days_with_rows.seen >= DATEADD(MONTH, -1, days.ends)
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_n

-- a window by week
--   revenue, trailing(revenue, 1 month) as t by week for 2025-03-31 to 2025-05-04
WITH orders_by_day /* revenue of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-28' AS DATE)
    AND orders.ordered_on < CAST('2025-05-05' AS DATE)
  GROUP BY
    1
), orders_scan /* revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('week', orders_by_day.starting_day) AS DATE) AS week,
    SUM(orders_by_day.revenue) AS revenue
  FROM orders_by_day
  WHERE
    orders_by_day.starting_day >= CAST('2025-03-31' AS DATE)
    AND orders_by_day.starting_day < CAST('2025-05-05' AS DATE)
  GROUP BY
    1
), weeks /* every week, from `starts` to before `ends` */ AS (
  SELECT
    series.week,
    series.week AS starts,
    CAST(series.week + INTERVAL '7' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-31' AS DATE), CAST('2025-04-28' AS DATE), INTERVAL '1' WEEK)
      ) AS DATE) AS week
  ) AS series
), days_with_rows AS (
  SELECT DISTINCT
    orders_by_day.starting_day AS seen
  FROM orders_by_day
), days_seen /* which days each week sees */ AS (
  SELECT
    days_with_rows.seen,
    weeks.week
  FROM weeks
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= CAST(weeks.ends - INTERVAL '1' MONTH AS DATE)
    AND days_with_rows.seen < weeks.ends
), orders_scan_2 /* trailing_revenue */ AS (
  SELECT
    days_seen.week AS week,
    SUM(orders_by_day.revenue) AS trailing_revenue
  FROM orders_by_day
  INNER JOIN days_seen
    ON orders_by_day.starting_day = days_seen.seen
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.week,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.trailing_revenue) AS trailing_revenue
  FROM (
    SELECT
      orders_scan.week AS week,
      orders_scan.revenue AS revenue,
      NULL AS trailing_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      orders_scan_2.week AS week,
      NULL AS revenue,
      orders_scan_2.trailing_revenue AS trailing_revenue
    FROM orders_scan_2
    UNION ALL
    SELECT
      weeks.week AS week,
      NULL AS revenue,
      NULL AS trailing_revenue
    FROM weeks
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.week AS week,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.trailing_revenue, 0) AS t
FROM answer
ORDER BY
  answer.week NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('week', orders_by_day.starting_day) AS DATE) AS week,
--   +    CAST(DATE_TRUNC('week', CAST(orders_by_day.starting_day AS TIMESTAMP)) AS DATE) AS week,
--   -    CAST(series.week + INTERVAL '7' DAY AS DATE) AS ends
--   +    CAST(series.week + INTERVAL '7 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-31' AS DATE), CAST('2025-04-28' AS DATE), INTERVAL '1' WEEK)
--   -      ) AS DATE) AS week
--   +      CAST(series.start AS DATE) AS week
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-31' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-28' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 WEEK'
--   +    ) AS series(start)
--   -    ON days_with_rows.seen >= CAST(weeks.ends - INTERVAL '1' MONTH AS DATE)
--   +    ON days_with_rows.seen >= CAST(weeks.ends - INTERVAL '1 MONTH' AS DATE)
--   -      NULL AS trailing_revenue
--   +      CAST(NULL AS DECIMAL) AS trailing_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS trailing_revenue
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS trailing_revenue
--   -  answer.week NULLS LAST
--   +  answer.week ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-02-28' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-05-05' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-28', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-05-05', 'YYYY-MM-DD')
--   -    CAST(DATE_TRUNC('week', orders_by_day.starting_day) AS DATE) AS week,
--   +    CAST(DATEADD(DAY, 1 - DAYOFWEEKISO(orders_by_day.starting_day), orders_by_day.starting_day) AS DATE) AS week,
--   -    orders_by_day.starting_day >= CAST('2025-03-31' AS DATE)
--   -    AND orders_by_day.starting_day < CAST('2025-05-05' AS DATE)
--   +    orders_by_day.starting_day >= TO_DATE('2025-03-31', 'YYYY-MM-DD')
--   +    AND orders_by_day.starting_day < TO_DATE('2025-05-05', 'YYYY-MM-DD')
--   -    CAST(series.week + INTERVAL '7' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 7, series.week) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-31' AS DATE), CAST('2025-04-28' AS DATE), INTERVAL '1' WEEK)
--   -      ) AS DATE) AS week
--   +      DATEADD(DAY, numbers.n * 7, TO_DATE('2025-03-31', 'YYYY-MM-DD')) AS week
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 5))
--   +    ) AS numbers
--   -    ON days_with_rows.seen >= CAST(weeks.ends - INTERVAL '1' MONTH AS DATE)
--   +    ON days_with_rows.seen >= DATEADD(MONTH, -1, weeks.ends)
--   -      NULL AS trailing_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS trailing_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_revenue

-- per group, each group in each month
--   trailing(revenue, 2 months) as t by month, orders.region for 2025-04 to 2025-05
WITH orders_by_month /* trailing_sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    orders.region AS region,
    SUM(orders.amount) AS trailing_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-29' AS DATE)
    AND orders.ordered_on < CAST('2025-06-01' AS DATE)
  GROUP BY
    1,
    2
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-04-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), months_with_rows AS (
  SELECT DISTINCT
    orders_by_month.starting_month AS seen
  FROM orders_by_month
), months_seen /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
    AND months_with_rows.seen < months.ends
), orders_scan /* trailing_sum_amount */ AS (
  SELECT
    months_seen.month AS month,
    orders_by_month.region AS region,
    SUM(orders_by_month.trailing_sum_amount) AS trailing_sum_amount
  FROM orders_by_month
  INNER JOIN months_seen
    ON orders_by_month.starting_month = months_seen.seen
  GROUP BY
    1,
    2
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    region
  FROM orders_scan
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.region,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.region AS region,
      orders_scan.trailing_sum_amount AS trailing_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      groups.region AS region,
      NULL AS trailing_sum_amount
    FROM groups
    CROSS JOIN months
  ) AS stacked
  GROUP BY
    1,
    2
)
SELECT
  answer.month AS month,
  answer.region AS region,
  COALESCE(answer.trailing_sum_amount, 0) AS t
FROM answer
ORDER BY
  answer.month NULLS LAST,
  answer.region NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-04-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
--   -      NULL AS trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount
--   -  answer.month NULLS LAST,
--   -  answer.region NULLS LAST
--   +  answer.month ASC,
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-29' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-06-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-29', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-06-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-04-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-04-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +    ) AS numbers
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows.seen >= DATEADD(MONTH, -2, months.ends)
--   -      NULL AS trailing_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_amount

-- a group that is only in the window is in the answer
--   revenue, trailing(revenue, 3 months) as t by orders.region for 2025-03
WITH orders_scan /* revenue */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-03-01' AS DATE)
    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
), orders_scan_2 /* trailing_revenue */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS trailing_revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.region,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.trailing_revenue) AS trailing_revenue
  FROM (
    SELECT
      orders_scan.region AS region,
      orders_scan.revenue AS revenue,
      NULL AS trailing_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      orders_scan_2.region AS region,
      NULL AS revenue,
      orders_scan_2.trailing_revenue AS trailing_revenue
    FROM orders_scan_2
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.region AS region,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.trailing_revenue, 0) AS t
FROM answer
ORDER BY
  answer.region NULLS LAST;
-- postgres:
--   -      NULL AS trailing_revenue
--   +      CAST(NULL AS DECIMAL) AS trailing_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -  answer.region NULLS LAST
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-03-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -      NULL AS trailing_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,

-- a filter holds in the window
--   trailing(revenue, 3 months) as t by month for 2025-03 to 2025-04 where orders.customer = 'ann'
WITH orders_by_month /* trailing_sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(orders.amount) AS trailing_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-11-29' AS DATE)
    AND orders.ordered_on < CAST('2025-05-01' AS DATE)
    AND orders.customer = 'ann'
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
        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), months_with_rows AS (
  SELECT DISTINCT
    orders_by_month.starting_month AS seen
  FROM orders_by_month
), months_seen /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    AND months_with_rows.seen < months.ends
), orders_scan /* trailing_sum_amount */ AS (
  SELECT
    months_seen.month AS month,
    SUM(orders_by_month.trailing_sum_amount) AS trailing_sum_amount
  FROM orders_by_month
  INNER JOIN months_seen
    ON orders_by_month.starting_month = months_seen.seen
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.trailing_sum_amount AS trailing_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS trailing_sum_amount
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.trailing_sum_amount, 0) AS t
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -      NULL AS trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-11-29' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-05-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-11-29', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-03-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +    ) AS numbers
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON months_with_rows.seen >= DATEADD(MONTH, -3, months.ends)
--   -      NULL AS trailing_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_amount

-- a window as long as the period is the period
--   revenue, trailing(revenue, 1 quarter) as t by quarter for 2025-01-01 to 2025-06-30
WITH orders_by_month /* revenue of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-10-01' AS DATE)
    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), orders_scan /* revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', orders_by_month.starting_month) AS DATE) AS quarter,
    SUM(orders_by_month.revenue) AS revenue
  FROM orders_by_month
  WHERE
    orders_by_month.starting_month >= CAST('2025-01-01' AS DATE)
    AND orders_by_month.starting_month < CAST('2025-07-01' AS DATE)
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
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
      ) AS DATE) AS quarter
  ) AS series
), months_with_rows AS (
  SELECT DISTINCT
    orders_by_month.starting_month AS seen
  FROM orders_by_month
), months_seen /* which months each quarter sees */ AS (
  SELECT
    months_with_rows.seen,
    quarters.quarter
  FROM quarters
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(quarters.ends - INTERVAL '3' MONTH AS DATE)
    AND months_with_rows.seen < quarters.ends
), orders_scan_2 /* trailing_revenue */ AS (
  SELECT
    months_seen.quarter AS quarter,
    SUM(orders_by_month.revenue) AS trailing_revenue
  FROM orders_by_month
  INNER JOIN months_seen
    ON orders_by_month.starting_month = months_seen.seen
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.quarter,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.trailing_revenue) AS trailing_revenue
  FROM (
    SELECT
      orders_scan.quarter AS quarter,
      orders_scan.revenue AS revenue,
      NULL AS trailing_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      orders_scan_2.quarter AS quarter,
      NULL AS revenue,
      orders_scan_2.trailing_revenue AS trailing_revenue
    FROM orders_scan_2
    UNION ALL
    SELECT
      quarters.quarter AS quarter,
      NULL AS revenue,
      NULL AS trailing_revenue
    FROM quarters
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.quarter AS quarter,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.trailing_revenue, 0) AS t
FROM answer
ORDER BY
  answer.quarter NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(DATE_TRUNC('quarter', orders_by_month.starting_month) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(orders_by_month.starting_month AS TIMESTAMP)) AS DATE) AS quarter,
--   -    CAST(series.quarter + INTERVAL '3' MONTH AS DATE) AS ends
--   +    CAST(series.quarter + INTERVAL '3 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
--   -      ) AS DATE) AS quarter
--   +      CAST(series.start AS DATE) AS quarter
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '3 MONTH'
--   +    ) AS series(start)
--   -    ON months_with_rows.seen >= CAST(quarters.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON months_with_rows.seen >= CAST(quarters.ends - INTERVAL '3 MONTH' AS DATE)
--   -      NULL AS trailing_revenue
--   +      CAST(NULL AS DECIMAL) AS trailing_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS trailing_revenue
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS trailing_revenue
--   -  answer.quarter NULLS LAST
--   +  answer.quarter ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-10-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-10-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    orders_by_month.starting_month >= CAST('2025-01-01' AS DATE)
--   -    AND orders_by_month.starting_month < CAST('2025-07-01' AS DATE)
--   +    orders_by_month.starting_month >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders_by_month.starting_month < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CAST(series.quarter + INTERVAL '3' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 3, series.quarter) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
--   -      ) AS DATE) AS quarter
--   +      DATEADD(MONTH, numbers.n * 3, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS quarter
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +    ) AS numbers
--   -    ON months_with_rows.seen >= CAST(quarters.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON months_with_rows.seen >= DATEADD(MONTH, -3, quarters.ends)
--   -      NULL AS trailing_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS trailing_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_revenue

-- the window before, by nesting
--   trailing(revenue, 3 months) as t, prior(trailing(revenue, 3 months), 3 months) as before by month for 2025-05 to 2025-07
WITH orders_by_month /* trailing_sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(orders.amount) AS trailing_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-10-29' AS DATE)
    AND orders.ordered_on < CAST('2025-08-01' AS DATE)
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
        GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-07-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), months_with_rows AS (
  SELECT DISTINCT
    orders_by_month.starting_month AS seen
  FROM orders_by_month
), months_seen /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    AND months_with_rows.seen < months.ends
), orders_scan /* trailing_sum_amount */ AS (
  SELECT
    months_seen.month AS month,
    SUM(orders_by_month.trailing_sum_amount) AS trailing_sum_amount
  FROM orders_by_month
  INNER JOIN months_seen
    ON orders_by_month.starting_month = months_seen.seen
  GROUP BY
    1
), months_seen_2 /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON CAST(months_with_rows.seen + INTERVAL '3' MONTH AS DATE) >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    AND CAST(months_with_rows.seen + INTERVAL '3' MONTH AS DATE) < months.ends
), orders_prior_scan /* prior_trailing_sum_amount */ AS (
  SELECT
    months_seen_2.month AS month,
    SUM(orders_by_month.trailing_sum_amount) AS prior_trailing_sum_amount
  FROM orders_by_month
  INNER JOIN months_seen_2
    ON orders_by_month.starting_month = months_seen_2.seen
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount,
    MAX(stacked.prior_trailing_sum_amount) AS prior_trailing_sum_amount
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.trailing_sum_amount AS trailing_sum_amount,
      NULL AS prior_trailing_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.month AS month,
      NULL AS trailing_sum_amount,
      orders_prior_scan.prior_trailing_sum_amount AS prior_trailing_sum_amount
    FROM orders_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS trailing_sum_amount,
      NULL AS prior_trailing_sum_amount
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.trailing_sum_amount, 0) AS t,
  COALESCE(answer.prior_trailing_sum_amount, 0) AS before
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-07-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-07-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -    ON CAST(months_with_rows.seen + INTERVAL '3' MONTH AS DATE) >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   -    AND CAST(months_with_rows.seen + INTERVAL '3' MONTH AS DATE) < months.ends
--   +    ON CAST(months_with_rows.seen + INTERVAL '3 MONTH' AS DATE) >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   +    AND CAST(months_with_rows.seen + INTERVAL '3 MONTH' AS DATE) < months.ends
--   -      NULL AS prior_trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_trailing_sum_amount
--   -      NULL AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount,
--   -      NULL AS trailing_sum_amount,
--   -      NULL AS prior_trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_trailing_sum_amount
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-10-29' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-08-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-10-29', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-08-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-07-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-05-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +    ) AS numbers
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON months_with_rows.seen >= DATEADD(MONTH, -3, months.ends)
--   -    ON CAST(months_with_rows.seen + INTERVAL '3' MONTH AS DATE) >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   -    AND CAST(months_with_rows.seen + INTERVAL '3' MONTH AS DATE) < months.ends
--   +    ON DATEADD(MONTH, 3, months_with_rows.seen) >= DATEADD(MONTH, -3, months.ends)
--   +    AND DATEADD(MONTH, 3, months_with_rows.seen) < months.ends
--   -      NULL AS prior_trailing_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_trailing_sum_amount
--   -      NULL AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_amount,
--   -      NULL AS trailing_sum_amount,
--   -      NULL AS prior_trailing_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_trailing_sum_amount

-- the range cuts the period first, then the window ends where it ends
--   revenue, trailing(revenue, 1 month) as t by month for 2025-03-10 to 2025-04-15
WITH orders_by_day /* revenue of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-07' AS DATE)
    AND orders.ordered_on < CAST('2025-04-16' AS DATE)
  GROUP BY
    1
), orders_scan /* revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders_by_day.starting_day) AS DATE) AS month,
    SUM(orders_by_day.revenue) AS revenue
  FROM orders_by_day
  WHERE
    orders_by_day.starting_day >= CAST('2025-03-10' AS DATE)
    AND orders_by_day.starting_day < CAST('2025-04-16' AS DATE)
  GROUP BY
    1
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    CASE
      WHEN series.month IS NULL OR CAST('2025-03-10' AS DATE) IS NULL
      THEN NULL
      ELSE GREATEST(series.month, CAST('2025-03-10' AS DATE))
    END AS starts,
    CASE
      WHEN CAST(series.month + INTERVAL '1' MONTH AS DATE) IS NULL
      OR CAST('2025-04-16' AS DATE) IS NULL
      THEN NULL
      ELSE LEAST(CAST(series.month + INTERVAL '1' MONTH AS DATE), CAST('2025-04-16' AS DATE))
    END AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), days_with_rows AS (
  SELECT DISTINCT
    orders_by_day.starting_day AS seen
  FROM orders_by_day
), days_seen /* which days each month sees */ AS (
  SELECT
    days_with_rows.seen,
    months.month
  FROM months
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= CAST(months.ends - INTERVAL '1' MONTH AS DATE)
    AND days_with_rows.seen < months.ends
), orders_scan_2 /* trailing_revenue */ AS (
  SELECT
    days_seen.month AS month,
    SUM(orders_by_day.revenue) AS trailing_revenue
  FROM orders_by_day
  INNER JOIN days_seen
    ON orders_by_day.starting_day = days_seen.seen
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.trailing_revenue) AS trailing_revenue
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.revenue AS revenue,
      NULL AS trailing_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      orders_scan_2.month AS month,
      NULL AS revenue,
      orders_scan_2.trailing_revenue AS trailing_revenue
    FROM orders_scan_2
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS revenue,
      NULL AS trailing_revenue
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.trailing_revenue, 0) AS t
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders_by_day.starting_day) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders_by_day.starting_day AS TIMESTAMP)) AS DATE) AS month,
--   -    CASE
--   -      WHEN series.month IS NULL OR CAST('2025-03-10' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(series.month, CAST('2025-03-10' AS DATE))
--   -    END AS starts,
--   -    CASE
--   -      WHEN CAST(series.month + INTERVAL '1' MONTH AS DATE) IS NULL
--   -      OR CAST('2025-04-16' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE LEAST(CAST(series.month + INTERVAL '1' MONTH AS DATE), CAST('2025-04-16' AS DATE))
--   -    END AS ends
--   +    GREATEST(series.month, CAST('2025-03-10' AS DATE)) AS starts,
--   +    LEAST(CAST(series.month + INTERVAL '1 MONTH' AS DATE), CAST('2025-04-16' AS DATE)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON days_with_rows.seen >= CAST(months.ends - INTERVAL '1' MONTH AS DATE)
--   +    ON days_with_rows.seen >= CAST(months.ends - INTERVAL '1 MONTH' AS DATE)
--   -      NULL AS trailing_revenue
--   +      CAST(NULL AS DECIMAL) AS trailing_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS trailing_revenue
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS trailing_revenue
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-02-07' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-04-16' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-07', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-04-16', 'YYYY-MM-DD')
--   -    orders_by_day.starting_day >= CAST('2025-03-10' AS DATE)
--   -    AND orders_by_day.starting_day < CAST('2025-04-16' AS DATE)
--   +    orders_by_day.starting_day >= TO_DATE('2025-03-10', 'YYYY-MM-DD')
--   +    AND orders_by_day.starting_day < TO_DATE('2025-04-16', 'YYYY-MM-DD')
--   -    CASE
--   -      WHEN series.month IS NULL OR CAST('2025-03-10' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(series.month, CAST('2025-03-10' AS DATE))
--   -    END AS starts,
--   -    CASE
--   -      WHEN CAST(series.month + INTERVAL '1' MONTH AS DATE) IS NULL
--   -      OR CAST('2025-04-16' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE LEAST(CAST(series.month + INTERVAL '1' MONTH AS DATE), CAST('2025-04-16' AS DATE))
--   -    END AS ends
--   +    GREATEST(series.month, TO_DATE('2025-03-10', 'YYYY-MM-DD')) AS starts,
--   +    LEAST(DATEADD(MONTH, 1, series.month), TO_DATE('2025-04-16', 'YYYY-MM-DD')) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-03-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +    ) AS numbers
--   -    ON days_with_rows.seen >= CAST(months.ends - INTERVAL '1' MONTH AS DATE)
--   +    ON days_with_rows.seen >= DATEADD(MONTH, -1, months.ends)
--   -      NULL AS trailing_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS trailing_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_revenue

-- year to date by month
--   revenue, to_date(revenue, year) as ytd by month for 2025-02 to 2025-05
WITH orders_by_month /* revenue of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-06-01' AS DATE)
  GROUP BY
    1
), orders_scan /* revenue */ AS (
  SELECT
    orders_by_month.starting_month AS month,
    SUM(orders_by_month.revenue) AS revenue
  FROM orders_by_month
  WHERE
    orders_by_month.starting_month >= CAST('2025-02-01' AS DATE)
    AND orders_by_month.starting_month < CAST('2025-06-01' AS DATE)
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
        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), months_with_rows AS (
  SELECT DISTINCT
    orders_by_month.starting_month AS seen
  FROM orders_by_month
), months_seen /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(DATE_TRUNC('year', CAST(months.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
    AND months_with_rows.seen < months.ends
), orders_scan_2 /* year_to_date_revenue */ AS (
  SELECT
    months_seen.month AS month,
    SUM(orders_by_month.revenue) AS year_to_date_revenue
  FROM orders_by_month
  INNER JOIN months_seen
    ON orders_by_month.starting_month = months_seen.seen
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.year_to_date_revenue) AS year_to_date_revenue
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.revenue AS revenue,
      NULL AS year_to_date_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      orders_scan_2.month AS month,
      NULL AS revenue,
      orders_scan_2.year_to_date_revenue AS year_to_date_revenue
    FROM orders_scan_2
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS revenue,
      NULL AS year_to_date_revenue
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.year_to_date_revenue, 0) AS ytd
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON months_with_rows.seen >= CAST(DATE_TRUNC('year', CAST(months.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON months_with_rows.seen >= CAST(DATE_TRUNC('year', CAST(CAST(months.ends - INTERVAL '1 DAY' AS DATE) AS TIMESTAMP)) AS DATE)
--   -      NULL AS year_to_date_revenue
--   +      CAST(NULL AS DECIMAL) AS year_to_date_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS year_to_date_revenue
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS year_to_date_revenue
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-06-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-06-01', 'YYYY-MM-DD')
--   -    orders_by_month.starting_month >= CAST('2025-02-01' AS DATE)
--   -    AND orders_by_month.starting_month < CAST('2025-06-01' AS DATE)
--   +    orders_by_month.starting_month >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders_by_month.starting_month < TO_DATE('2025-06-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 4))
--   +    ) AS numbers
--   -    ON months_with_rows.seen >= CAST(DATE_TRUNC('year', CAST(months.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON months_with_rows.seen >= CAST(DATE_TRUNC('year', DATEADD(DAY, -1, months.ends)) AS DATE)
--   -      NULL AS year_to_date_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS year_to_date_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS year_to_date_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS year_to_date_revenue

-- quarter to date by month, distinct
--   to_date(buyers, quarter) as qtd by month for 2025-01 to 2025-05
WITH orders_by_month /* groups of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    orders.customer AS value
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-10-01' AS DATE)
    AND orders.ordered_on < CAST('2025-06-01' AS DATE)
  GROUP BY
    1,
    2
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), months_with_rows AS (
  SELECT DISTINCT
    orders_by_month.starting_month AS seen
  FROM orders_by_month
), months_seen /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(DATE_TRUNC('quarter', CAST(months.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
    AND months_with_rows.seen < months.ends
), months_seen_in_runs /* from which month to before which */ AS (
  SELECT
    months_seen.seen AS seen,
    MIN(months_seen.month) AS begins,
    CAST(MAX(months_seen.month) + INTERVAL '1' MONTH AS DATE) AS ends
  FROM months_seen
  GROUP BY
    1
), orders_in_sight /* each value's runs, and where its next one begins */ AS (
  SELECT
    orders_by_month.value,
    months_seen_in_runs.begins,
    months_seen_in_runs.ends,
    LEAD(months_seen_in_runs.begins) OVER (
      PARTITION BY orders_by_month.value
      ORDER BY orders_by_month.starting_month NULLS LAST
    ) AS again
  FROM orders_by_month
  INNER JOIN months_seen_in_runs
    ON orders_by_month.starting_month = months_seen_in_runs.seen
), orders_steps /* values that come into sight, less those that go out of it, by month */ AS (
  SELECT
    orders_in_sight.begins AS month,
    COUNT(orders_in_sight.value) AS step
  FROM orders_in_sight
  GROUP BY
    1
  UNION ALL
  SELECT
    CASE
      WHEN orders_in_sight.again < orders_in_sight.ends
      THEN orders_in_sight.again
      ELSE orders_in_sight.ends
    END AS month,
    -COUNT(orders_in_sight.value) AS step
  FROM orders_in_sight
  GROUP BY
    1
), orders_scan /* quarter_to_date_count_customer */ AS (
  SELECT
    months.month AS month,
    SUM(orders_steps.step) AS quarter_to_date_count_customer
  FROM orders_steps
  INNER JOIN months
    ON months.month = orders_steps.month
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.quarter_to_date_count_customer) AS quarter_to_date_count_customer
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.quarter_to_date_count_customer AS quarter_to_date_count_customer
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS quarter_to_date_count_customer
    FROM months
  ) AS stacked
  GROUP BY
    1
), with_running /* running: quarter_to_date_count_customer */ AS (
  SELECT
    answer.month,
    CASE
      WHEN NOT answer.month IS NULL
      THEN SUM(answer.quarter_to_date_count_customer) OVER (ORDER BY answer.month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    END AS quarter_to_date_count_customer
  FROM answer
)
SELECT
  with_running.month AS month,
  COALESCE(with_running.quarter_to_date_count_customer, 0) AS qtd
FROM with_running
ORDER BY
  with_running.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON months_with_rows.seen >= CAST(DATE_TRUNC('quarter', CAST(months.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON months_with_rows.seen >= CAST(DATE_TRUNC('quarter', CAST(CAST(months.ends - INTERVAL '1 DAY' AS DATE) AS TIMESTAMP)) AS DATE)
--   -    CAST(MAX(months_seen.month) + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(MAX(months_seen.month) + INTERVAL '1 MONTH' AS DATE) AS ends
--   -    LEAD(months_seen_in_runs.begins) OVER (
--   -      PARTITION BY orders_by_month.value
--   -      ORDER BY orders_by_month.starting_month NULLS LAST
--   -    ) AS again
--   +    LEAD(months_seen_in_runs.begins) OVER (PARTITION BY orders_by_month.value ORDER BY orders_by_month.starting_month ASC) AS again
--   -      NULL AS quarter_to_date_count_customer
--   +      CAST(NULL AS DECIMAL) AS quarter_to_date_count_customer
--   -      THEN SUM(answer.quarter_to_date_count_customer) OVER (ORDER BY answer.month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   +      THEN SUM(answer.quarter_to_date_count_customer) OVER (ORDER BY answer.month ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   -  with_running.month NULLS LAST
--   +  with_running.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-10-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-06-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-10-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-06-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 5))
--   +    ) AS numbers
--   -    ON months_with_rows.seen >= CAST(DATE_TRUNC('quarter', CAST(months.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON months_with_rows.seen >= CAST(DATE_TRUNC('quarter', DATEADD(DAY, -1, months.ends)) AS DATE)
--   -    CAST(MAX(months_seen.month) + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, MAX(months_seen.month)) AS ends
--   -      NULL AS quarter_to_date_count_customer
--   +      CAST(NULL AS DECIMAL(1, 0)) AS quarter_to_date_count_customer

-- month to date by day
--   to_date(revenue, month) as mtd by day for 2025-04-29 to 2025-05-01
WITH orders_by_day /* month_to_date_sum_amount of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    SUM(orders.amount) AS month_to_date_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-03-29' AS DATE)
    AND orders.ordered_on < CAST('2025-05-02' AS DATE)
  GROUP BY
    1
), days /* every day, from `starts` to before `ends` */ AS (
  SELECT
    series.day,
    series.day AS starts,
    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-04-29' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS day
  ) AS series
), days_with_rows AS (
  SELECT DISTINCT
    orders_by_day.starting_day AS seen
  FROM orders_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days.day
  FROM days
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= CAST(DATE_TRUNC('month', CAST(days.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
    AND days_with_rows.seen < days.ends
), orders_scan /* month_to_date_sum_amount */ AS (
  SELECT
    days_seen.day AS day,
    SUM(orders_by_day.month_to_date_sum_amount) AS month_to_date_sum_amount
  FROM orders_by_day
  INNER JOIN days_seen
    ON orders_by_day.starting_day = days_seen.seen
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.month_to_date_sum_amount) AS month_to_date_sum_amount
  FROM (
    SELECT
      orders_scan.day AS day,
      orders_scan.month_to_date_sum_amount AS month_to_date_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS month_to_date_sum_amount
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.month_to_date_sum_amount, 0) AS mtd
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-04-29' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(series.start AS DATE) AS day
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-04-29' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    ON days_with_rows.seen >= CAST(DATE_TRUNC('month', CAST(days.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON days_with_rows.seen >= CAST(DATE_TRUNC('month', CAST(CAST(days.ends - INTERVAL '1 DAY' AS DATE) AS TIMESTAMP)) AS DATE)
--   -      NULL AS month_to_date_sum_amount
--   +      CAST(NULL AS DECIMAL) AS month_to_date_sum_amount
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-03-29' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-05-02' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-03-29', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-05-02', 'YYYY-MM-DD')
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, series.day) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-04-29' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-04-29', 'YYYY-MM-DD')) AS day
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +    ) AS numbers
--   -    ON days_with_rows.seen >= CAST(DATE_TRUNC('month', CAST(days.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON days_with_rows.seen >= CAST(DATE_TRUNC('month', DATEADD(DAY, -1, days.ends)) AS DATE)
--   -      NULL AS month_to_date_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS month_to_date_sum_amount

-- to date by a longer grain: from the start of the month that holds the period's last day
--   to_date(revenue, month) as m by quarter for 2025-01-01 to 2025-05-31
WITH orders_by_month /* month_to_date_sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(orders.amount) AS month_to_date_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-12-01' AS DATE)
    AND orders.ordered_on < CAST('2025-06-01' AS DATE)
  GROUP BY
    1
), quarters /* every quarter, from `starts` to before `ends` */ AS (
  SELECT
    series.quarter,
    series.quarter AS starts,
    CASE
      WHEN CAST(series.quarter + INTERVAL '3' MONTH AS DATE) IS NULL
      OR CAST('2025-06-01' AS DATE) IS NULL
      THEN NULL
      ELSE LEAST(CAST(series.quarter + INTERVAL '3' MONTH AS DATE), CAST('2025-06-01' AS DATE))
    END AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
      ) AS DATE) AS quarter
  ) AS series
), months_with_rows AS (
  SELECT DISTINCT
    orders_by_month.starting_month AS seen
  FROM orders_by_month
), months_seen /* which months each quarter sees */ AS (
  SELECT
    months_with_rows.seen,
    quarters.quarter
  FROM quarters
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(DATE_TRUNC('month', CAST(quarters.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
    AND months_with_rows.seen < quarters.ends
), orders_scan /* month_to_date_sum_amount */ AS (
  SELECT
    months_seen.quarter AS quarter,
    SUM(orders_by_month.month_to_date_sum_amount) AS month_to_date_sum_amount
  FROM orders_by_month
  INNER JOIN months_seen
    ON orders_by_month.starting_month = months_seen.seen
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.quarter,
    MAX(stacked.month_to_date_sum_amount) AS month_to_date_sum_amount
  FROM (
    SELECT
      orders_scan.quarter AS quarter,
      orders_scan.month_to_date_sum_amount AS month_to_date_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      quarters.quarter AS quarter,
      NULL AS month_to_date_sum_amount
    FROM quarters
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.quarter AS quarter,
  COALESCE(answer.month_to_date_sum_amount, 0) AS m
FROM answer
ORDER BY
  answer.quarter NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CASE
--   -      WHEN CAST(series.quarter + INTERVAL '3' MONTH AS DATE) IS NULL
--   -      OR CAST('2025-06-01' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE LEAST(CAST(series.quarter + INTERVAL '3' MONTH AS DATE), CAST('2025-06-01' AS DATE))
--   -    END AS ends
--   +    LEAST(CAST(series.quarter + INTERVAL '3 MONTH' AS DATE), CAST('2025-06-01' AS DATE)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
--   -      ) AS DATE) AS quarter
--   +      CAST(series.start AS DATE) AS quarter
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '3 MONTH'
--   +    ) AS series(start)
--   -    ON months_with_rows.seen >= CAST(DATE_TRUNC('month', CAST(quarters.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON months_with_rows.seen >= CAST(DATE_TRUNC('month', CAST(CAST(quarters.ends - INTERVAL '1 DAY' AS DATE) AS TIMESTAMP)) AS DATE)
--   -      NULL AS month_to_date_sum_amount
--   +      CAST(NULL AS DECIMAL) AS month_to_date_sum_amount
--   -  answer.quarter NULLS LAST
--   +  answer.quarter ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-12-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-06-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-12-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-06-01', 'YYYY-MM-DD')
--   -    CASE
--   -      WHEN CAST(series.quarter + INTERVAL '3' MONTH AS DATE) IS NULL
--   -      OR CAST('2025-06-01' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE LEAST(CAST(series.quarter + INTERVAL '3' MONTH AS DATE), CAST('2025-06-01' AS DATE))
--   -    END AS ends
--   +    LEAST(DATEADD(MONTH, 3, series.quarter), TO_DATE('2025-06-01', 'YYYY-MM-DD')) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
--   -      ) AS DATE) AS quarter
--   +      DATEADD(MONTH, numbers.n * 3, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS quarter
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +    ) AS numbers
--   -    ON months_with_rows.seen >= CAST(DATE_TRUNC('month', CAST(quarters.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON months_with_rows.seen >= CAST(DATE_TRUNC('month', DATEADD(DAY, -1, quarters.ends)) AS DATE)
--   -      NULL AS month_to_date_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS month_to_date_sum_amount

-- running from the very first row
--   running(revenue) as r, running(buyers) as b by month for 2025-02 to 2025-06
WITH orders_by_month /* running_sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(orders.amount) AS running_sum_amount
  FROM orders
  WHERE
    orders.ordered_on < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), orders_scan /* running_sum_amount */ AS (
  SELECT
    CASE
      WHEN orders_by_month.starting_month IS NULL OR CAST('2025-02-01' AS DATE) IS NULL
      THEN NULL
      ELSE GREATEST(orders_by_month.starting_month, CAST('2025-02-01' AS DATE))
    END AS month,
    SUM(orders_by_month.running_sum_amount) AS running_sum_amount
  FROM orders_by_month
  WHERE
    NOT orders_by_month.starting_month IS NULL
    AND orders_by_month.starting_month < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), orders_by_month_2 /* groups of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    orders.customer AS value
  FROM orders
  WHERE
    orders.ordered_on < CAST('2025-07-01' AS DATE)
  GROUP BY
    1,
    2
), orders_first_seen /* when each value was first seen */ AS (
  SELECT
    MIN(orders_by_month_2.starting_month) AS starting_month,
    orders_by_month_2.value
  FROM orders_by_month_2
  GROUP BY
    2
), orders_scan_2 /* running_count_customer */ AS (
  SELECT
    CASE
      WHEN orders_first_seen.starting_month IS NULL OR CAST('2025-02-01' AS DATE) IS NULL
      THEN NULL
      ELSE GREATEST(orders_first_seen.starting_month, CAST('2025-02-01' AS DATE))
    END AS month,
    COUNT(orders_first_seen.value) AS running_count_customer
  FROM orders_first_seen
  WHERE
    NOT orders_first_seen.starting_month IS NULL
    AND orders_first_seen.starting_month < CAST('2025-07-01' AS DATE)
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
        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.running_sum_amount) AS running_sum_amount,
    MAX(stacked.running_count_customer) AS running_count_customer
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.running_sum_amount AS running_sum_amount,
      NULL AS running_count_customer
    FROM orders_scan
    UNION ALL
    SELECT
      orders_scan_2.month AS month,
      NULL AS running_sum_amount,
      orders_scan_2.running_count_customer AS running_count_customer
    FROM orders_scan_2
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS running_sum_amount,
      NULL AS running_count_customer
    FROM months
  ) AS stacked
  GROUP BY
    1
), with_running /* running: running_sum_amount, running_count_customer */ AS (
  SELECT
    answer.month,
    CASE
      WHEN NOT answer.month IS NULL
      THEN SUM(answer.running_sum_amount) OVER (ORDER BY answer.month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    END AS running_sum_amount,
    CASE
      WHEN NOT answer.month IS NULL
      THEN SUM(answer.running_count_customer) OVER (ORDER BY answer.month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    END AS running_count_customer
  FROM answer
)
SELECT
  with_running.month AS month,
  COALESCE(with_running.running_sum_amount, 0) AS r,
  COALESCE(with_running.running_count_customer, 0) AS b
FROM with_running
ORDER BY
  with_running.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CASE
--   -      WHEN orders_by_month.starting_month IS NULL OR CAST('2025-02-01' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(orders_by_month.starting_month, CAST('2025-02-01' AS DATE))
--   -    END AS month,
--   +    GREATEST(orders_by_month.starting_month, CAST('2025-02-01' AS DATE)) AS month,
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CASE
--   -      WHEN orders_first_seen.starting_month IS NULL OR CAST('2025-02-01' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(orders_first_seen.starting_month, CAST('2025-02-01' AS DATE))
--   -    END AS month,
--   +    GREATEST(orders_first_seen.starting_month, CAST('2025-02-01' AS DATE)) AS month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-06-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS running_count_customer
--   +      CAST(NULL AS DECIMAL) AS running_count_customer
--   -      NULL AS running_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS running_sum_amount,
--   -      NULL AS running_sum_amount,
--   -      NULL AS running_count_customer
--   +      CAST(NULL AS DECIMAL) AS running_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS running_count_customer
--   -      THEN SUM(answer.running_sum_amount) OVER (ORDER BY answer.month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   +      THEN SUM(answer.running_sum_amount) OVER (ORDER BY answer.month ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   -      THEN SUM(answer.running_count_customer) OVER (ORDER BY answer.month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   +      THEN SUM(answer.running_count_customer) OVER (ORDER BY answer.month ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   -  with_running.month NULLS LAST
--   +  with_running.month ASC
-- snowflake:
--   -    orders.ordered_on < CAST('2025-07-01' AS DATE)
--   +    orders.ordered_on < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CASE
--   -      WHEN orders_by_month.starting_month IS NULL OR CAST('2025-02-01' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(orders_by_month.starting_month, CAST('2025-02-01' AS DATE))
--   -    END AS month,
--   +    GREATEST(orders_by_month.starting_month, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month,
--   -    AND orders_by_month.starting_month < CAST('2025-07-01' AS DATE)
--   +    AND orders_by_month.starting_month < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    orders.ordered_on < CAST('2025-07-01' AS DATE)
--   +    orders.ordered_on < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CASE
--   -      WHEN orders_first_seen.starting_month IS NULL OR CAST('2025-02-01' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(orders_first_seen.starting_month, CAST('2025-02-01' AS DATE))
--   -    END AS month,
--   +    GREATEST(orders_first_seen.starting_month, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month,
--   -    AND orders_first_seen.starting_month < CAST('2025-07-01' AS DATE)
--   +    AND orders_first_seen.starting_month < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 5))
--   +    ) AS numbers
--   -      NULL AS running_count_customer
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_count_customer
--   -      NULL AS running_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_sum_amount,
--   -      NULL AS running_sum_amount,
--   -      NULL AS running_count_customer
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_count_customer

-- a running maximum and a running ratio
--   running(largest) as m, running(per_buyer) as p by month
WITH orders_by_month /* running_max_amount, running_sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    MAX(orders.amount) AS running_max_amount,
    SUM(orders.amount) AS running_sum_amount
  FROM orders
  GROUP BY
    1
), orders_scan /* running_max_amount, running_sum_amount */ AS (
  SELECT
    orders_by_month.starting_month AS month,
    MAX(orders_by_month.running_max_amount) AS running_max_amount,
    SUM(orders_by_month.running_sum_amount) AS running_sum_amount
  FROM orders_by_month
  WHERE
    NOT orders_by_month.starting_month IS NULL
  GROUP BY
    1
), orders_by_month_2 /* groups of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    orders.customer AS value
  FROM orders
  GROUP BY
    1,
    2
), orders_first_seen /* when each value was first seen */ AS (
  SELECT
    MIN(orders_by_month_2.starting_month) AS starting_month,
    orders_by_month_2.value
  FROM orders_by_month_2
  GROUP BY
    2
), orders_scan_2 /* running_count_customer */ AS (
  SELECT
    orders_first_seen.starting_month AS month,
    COUNT(orders_first_seen.value) AS running_count_customer
  FROM orders_first_seen
  WHERE
    NOT orders_first_seen.starting_month IS NULL
  GROUP BY
    1
), orders_groups_scan /* which groups have rows */ AS (
  SELECT
    orders_by_month.starting_month AS month
  FROM orders_by_month
  WHERE
    orders_by_month.starting_month IS NULL
  GROUP BY
    1
), extent /* the first and last month with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(orders_by_month.starting_month) AS first_period,
      MAX(orders_by_month.starting_month) AS last_period
    FROM orders_by_month
  ) AS extents
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(
          (
            SELECT
              first_period
            FROM extent
          ),
          (
            SELECT
              last_period
            FROM extent
          ),
          INTERVAL '1' MONTH
        )
      ) AS DATE) AS month
  ) AS series
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.running_max_amount) AS running_max_amount,
    MAX(stacked.running_sum_amount) AS running_sum_amount,
    MAX(stacked.running_count_customer) AS running_count_customer
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.running_max_amount AS running_max_amount,
      orders_scan.running_sum_amount AS running_sum_amount,
      NULL AS running_count_customer
    FROM orders_scan
    UNION ALL
    SELECT
      orders_scan_2.month AS month,
      NULL AS running_max_amount,
      NULL AS running_sum_amount,
      orders_scan_2.running_count_customer AS running_count_customer
    FROM orders_scan_2
    UNION ALL
    SELECT
      orders_groups_scan.month AS month,
      NULL AS running_max_amount,
      NULL AS running_sum_amount,
      NULL AS running_count_customer
    FROM orders_groups_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS running_max_amount,
      NULL AS running_sum_amount,
      NULL AS running_count_customer
    FROM months
  ) AS stacked
  GROUP BY
    1
), with_running /* running: running_max_amount, running_sum_amount, running_count_customer */ AS (
  SELECT
    answer.month,
    CASE
      WHEN NOT answer.month IS NULL
      THEN MAX(answer.running_max_amount) OVER (ORDER BY answer.month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    END AS running_max_amount,
    CASE
      WHEN NOT answer.month IS NULL
      THEN SUM(answer.running_sum_amount) OVER (ORDER BY answer.month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    END AS running_sum_amount,
    CASE
      WHEN NOT answer.month IS NULL
      THEN SUM(answer.running_count_customer) OVER (ORDER BY answer.month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    END AS running_count_customer
  FROM answer
)
SELECT
  with_running.month AS month,
  with_running.running_max_amount AS m,
  COALESCE(with_running.running_sum_amount, 0) / NULLIF(COALESCE(with_running.running_count_customer, 0), 0) AS p
FROM with_running
ORDER BY
  with_running.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          (
--   -            SELECT
--   -              first_period
--   -            FROM extent
--   -          ),
--   -          (
--   -            SELECT
--   -              last_period
--   -            FROM extent
--   -          ),
--   -          INTERVAL '1' MONTH
--   -        )
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST((
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      ) AS TIMESTAMP),
--   +      CAST((
--   +        SELECT
--   +          last_period
--   +        FROM extent
--   +      ) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS running_count_customer
--   +      CAST(NULL AS DECIMAL) AS running_count_customer
--   -      NULL AS running_max_amount,
--   -      NULL AS running_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS running_max_amount,
--   +      CAST(NULL AS DECIMAL) AS running_sum_amount,
--   -      NULL AS running_max_amount,
--   -      NULL AS running_sum_amount,
--   -      NULL AS running_count_customer
--   +      CAST(NULL AS DECIMAL) AS running_max_amount,
--   +      CAST(NULL AS DECIMAL) AS running_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS running_count_customer
--   -      NULL AS running_max_amount,
--   -      NULL AS running_sum_amount,
--   -      NULL AS running_count_customer
--   +      CAST(NULL AS DECIMAL) AS running_max_amount,
--   +      CAST(NULL AS DECIMAL) AS running_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS running_count_customer
--   -      THEN MAX(answer.running_max_amount) OVER (ORDER BY answer.month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   +      THEN MAX(answer.running_max_amount) OVER (ORDER BY answer.month ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   -      THEN SUM(answer.running_sum_amount) OVER (ORDER BY answer.month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   +      THEN SUM(answer.running_sum_amount) OVER (ORDER BY answer.month ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   -      THEN SUM(answer.running_count_customer) OVER (ORDER BY answer.month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   +      THEN SUM(answer.running_count_customer) OVER (ORDER BY answer.month ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   -  COALESCE(with_running.running_sum_amount, 0) / NULLIF(COALESCE(with_running.running_count_customer, 0), 0) AS p
--   +  CAST(COALESCE(with_running.running_sum_amount, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(with_running.running_count_customer, 0), 0) AS p
--   -  with_running.month NULLS LAST
--   +  with_running.month ASC
-- snowflake:
--   -WITH orders_by_month /* running_max_amount, running_sum_amount of each month */ AS (
--   +WITH ten_digits AS (
--   +  SELECT
--   +    0 AS d
--   +  UNION ALL
--   +  SELECT
--   +    1
--   +  UNION ALL
--   +  SELECT
--   +    2
--   +  UNION ALL
--   +  SELECT
--   +    3
--   +  UNION ALL
--   +  SELECT
--   +    4
--   +  UNION ALL
--   +  SELECT
--   +    5
--   +  UNION ALL
--   +  SELECT
--   +    6
--   +  UNION ALL
--   +  SELECT
--   +    7
--   +  UNION ALL
--   +  SELECT
--   +    8
--   +  UNION ALL
--   +  SELECT
--   +    9
--   +), orders_by_month /* running_max_amount, running_sum_amount of each month */ AS (
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   +      DATEADD(MONTH, numbers.n, (
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      )) AS month
--   +    FROM (
--   +      SELECT
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +      FROM ten_digits AS d0
--   +      CROSS JOIN ten_digits AS d1
--   +      CROSS JOIN ten_digits AS d2
--   +      CROSS JOIN ten_digits AS d3
--   +      CROSS JOIN ten_digits AS d4
--   +      CROSS JOIN ten_digits AS d5
--   +      CROSS JOIN ten_digits AS d6
--   +      WHERE
--   +        (
--   +            (
--   +              (
--   +                (
--   +                  d1.d * 10 <= CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  )
--   +                  AND d2.d * 100 <= CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  )
--   +                )
--   +                AND d3.d * 1000 <= CAST(DATE_PART(YEAR, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent
--   +                )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent
--   +                )) AS BIGINT) - (
--   +                  CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT)
--   +                )
--   +              )
--   +              AND d4.d * 10000 <= CAST(DATE_PART(YEAR, (
--   +                SELECT
--   +                  last_period
--   +                FROM extent
--   +              )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                SELECT
--   +                  last_period
--   +                FROM extent
--   +              )) AS BIGINT) - (
--   +                CAST(DATE_PART(YEAR, (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent
--   +                )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent
--   +                )) AS BIGINT)
--   +              )
--   +            )
--   +            AND d5.d * 100000 <= CAST(DATE_PART(YEAR, (
--   +              SELECT
--   +                last_period
--   +              FROM extent
--   +            )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +              SELECT
--   +                last_period
--   +              FROM extent
--   +            )) AS BIGINT) - (
--   +              CAST(DATE_PART(YEAR, (
--   +                SELECT
--   +                  first_period
--   +                FROM extent
--   +              )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                SELECT
--   +                  first_period
--   +                FROM extent
--   +              )) AS BIGINT)
--   +            )
--   +          )
--   +          AND d6.d * 1000000 <= CAST(DATE_PART(YEAR, (
--   +            SELECT
--   +              last_period
--   +            FROM extent
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +            SELECT
--   +              last_period
--   +            FROM extent
--   +          )) AS BIGINT) - (
--   +            CAST(DATE_PART(YEAR, (
--   +              SELECT
--   +                first_period
--   +              FROM extent
--   +            )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +              SELECT
--   +                first_period
--   +              FROM extent
--   +            )) AS BIGINT)
--   +          )
--   +        )
--   +        AND (
--   +          d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +        ) <= CAST(DATE_PART(YEAR, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) - (
--   +          CAST(DATE_PART(YEAR, (
--   -          ),
--   -          (
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   -              last_period
--   +              first_period
--   -          ),
--   -          INTERVAL '1' MONTH
--   +          )) AS BIGINT)
--   -      ) AS DATE) AS month
--   +    ) AS numbers
--   -      NULL AS running_count_customer
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_count_customer
--   -      NULL AS running_max_amount,
--   -      NULL AS running_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_max_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_sum_amount,
--   -      NULL AS running_max_amount,
--   -      NULL AS running_sum_amount,
--   -      NULL AS running_count_customer
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_max_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_count_customer
--   -      NULL AS running_max_amount,
--   -      NULL AS running_sum_amount,
--   -      NULL AS running_count_customer
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_max_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_count_customer
--   -  COALESCE(with_running.running_sum_amount, 0) / NULLIF(COALESCE(with_running.running_count_customer, 0), 0) AS p
--   +  CAST(COALESCE(with_running.running_sum_amount, 0) AS DOUBLE) / NULLIF(COALESCE(with_running.running_count_customer, 0), 0) AS p

-- running by group
--   running(revenue) as r by month, orders.region for 2025-03 to 2025-05
WITH orders_by_month /* running_sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    orders.region AS region,
    SUM(orders.amount) AS running_sum_amount
  FROM orders
  WHERE
    orders.ordered_on < CAST('2025-06-01' AS DATE)
  GROUP BY
    1,
    2
), orders_scan /* running_sum_amount */ AS (
  SELECT
    CASE
      WHEN orders_by_month.starting_month IS NULL OR CAST('2025-03-01' AS DATE) IS NULL
      THEN NULL
      ELSE GREATEST(orders_by_month.starting_month, CAST('2025-03-01' AS DATE))
    END AS month,
    orders_by_month.region AS region,
    SUM(orders_by_month.running_sum_amount) AS running_sum_amount
  FROM orders_by_month
  WHERE
    NOT orders_by_month.starting_month IS NULL
    AND orders_by_month.starting_month < CAST('2025-06-01' AS DATE)
  GROUP BY
    1,
    2
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    region
  FROM orders_scan
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.region,
    MAX(stacked.running_sum_amount) AS running_sum_amount
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.region AS region,
      orders_scan.running_sum_amount AS running_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      groups.region AS region,
      NULL AS running_sum_amount
    FROM groups
    CROSS JOIN months
  ) AS stacked
  GROUP BY
    1,
    2
), with_running /* running: running_sum_amount */ AS (
  SELECT
    answer.month,
    answer.region,
    CASE
      WHEN NOT answer.month IS NULL
      THEN SUM(answer.running_sum_amount) OVER (
        PARTITION BY answer.region
        ORDER BY answer.month NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      )
    END AS running_sum_amount
  FROM answer
)
SELECT
  with_running.month AS month,
  with_running.region AS region,
  COALESCE(with_running.running_sum_amount, 0) AS r
FROM with_running
ORDER BY
  with_running.month NULLS LAST,
  with_running.region NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CASE
--   -      WHEN orders_by_month.starting_month IS NULL OR CAST('2025-03-01' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(orders_by_month.starting_month, CAST('2025-03-01' AS DATE))
--   -    END AS month,
--   +    GREATEST(orders_by_month.starting_month, CAST('2025-03-01' AS DATE)) AS month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS running_sum_amount
--   +      CAST(NULL AS DECIMAL) AS running_sum_amount
--   -        ORDER BY answer.month NULLS LAST
--   +        ORDER BY answer.month ASC
--   -  with_running.month NULLS LAST,
--   -  with_running.region NULLS LAST
--   +  with_running.month ASC,
--   +  with_running.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on < CAST('2025-06-01' AS DATE)
--   +    orders.ordered_on < TO_DATE('2025-06-01', 'YYYY-MM-DD')
--   -    CASE
--   -      WHEN orders_by_month.starting_month IS NULL OR CAST('2025-03-01' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(orders_by_month.starting_month, CAST('2025-03-01' AS DATE))
--   -    END AS month,
--   +    GREATEST(orders_by_month.starting_month, TO_DATE('2025-03-01', 'YYYY-MM-DD')) AS month,
--   -    AND orders_by_month.starting_month < CAST('2025-06-01' AS DATE)
--   +    AND orders_by_month.starting_month < TO_DATE('2025-06-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-03-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +    ) AS numbers
--   -      NULL AS running_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_sum_amount

-- running over a range without a grain
--   running(revenue) as r for 2025-04
SELECT
  COALESCE(SUM(orders.amount), 0) AS r
FROM orders
WHERE
  orders.ordered_on < CAST('2025-05-01' AS DATE);
-- snowflake:
--   -  orders.ordered_on < CAST('2025-05-01' AS DATE)
--   +  orders.ordered_on < TO_DATE('2025-05-01', 'YYYY-MM-DD')

-- the null period sees no rows through a window
--   sum(days_of_month.n) as n, running(sum(days_of_month.n)) as r, trailing(sum(days_of_month.n), 2 months) as t by month
WITH days_of_month_by_month /* sum_n of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', days_of_month.on_day) AS DATE) AS starting_month,
    SUM(days_of_month.n) AS sum_n
  FROM month_ends AS days_of_month
  GROUP BY
    1
), days_of_month_scan /* sum_n */ AS (
  SELECT
    days_of_month_by_month.starting_month AS month,
    SUM(days_of_month_by_month.sum_n) AS sum_n
  FROM days_of_month_by_month
  GROUP BY
    1
), days_of_month_scan_2 /* running_sum_n */ AS (
  SELECT
    days_of_month_by_month.starting_month AS month,
    SUM(days_of_month_by_month.sum_n) AS running_sum_n
  FROM days_of_month_by_month
  WHERE
    NOT days_of_month_by_month.starting_month IS NULL
  GROUP BY
    1
), extent /* the first and last month with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(days_of_month_scan.month) AS first_period,
      MAX(days_of_month_scan.month) AS last_period
    FROM days_of_month_scan
  ) AS extents
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(
          (
            SELECT
              first_period
            FROM extent
          ),
          (
            SELECT
              last_period
            FROM extent
          ),
          INTERVAL '1' MONTH
        )
      ) AS DATE) AS month
  ) AS series
), months_with_rows AS (
  SELECT DISTINCT
    days_of_month_by_month.starting_month AS seen
  FROM days_of_month_by_month
), months_seen /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
    AND months_with_rows.seen < months.ends
), days_of_month_scan_3 /* trailing_sum_n */ AS (
  SELECT
    months_seen.month AS month,
    SUM(days_of_month_by_month.sum_n) AS trailing_sum_n
  FROM days_of_month_by_month
  INNER JOIN months_seen
    ON days_of_month_by_month.starting_month = months_seen.seen
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.sum_n) AS sum_n,
    MAX(stacked.running_sum_n) AS running_sum_n,
    MAX(stacked.trailing_sum_n) AS trailing_sum_n
  FROM (
    SELECT
      days_of_month_scan.month AS month,
      days_of_month_scan.sum_n AS sum_n,
      NULL AS running_sum_n,
      NULL AS trailing_sum_n
    FROM days_of_month_scan
    UNION ALL
    SELECT
      days_of_month_scan_2.month AS month,
      NULL AS sum_n,
      days_of_month_scan_2.running_sum_n AS running_sum_n,
      NULL AS trailing_sum_n
    FROM days_of_month_scan_2
    UNION ALL
    SELECT
      days_of_month_scan_3.month AS month,
      NULL AS sum_n,
      NULL AS running_sum_n,
      days_of_month_scan_3.trailing_sum_n AS trailing_sum_n
    FROM days_of_month_scan_3
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS sum_n,
      NULL AS running_sum_n,
      NULL AS trailing_sum_n
    FROM months
  ) AS stacked
  GROUP BY
    1
), with_running /* running: running_sum_n */ AS (
  SELECT
    answer.month,
    answer.sum_n,
    CASE
      WHEN NOT answer.month IS NULL
      THEN SUM(answer.running_sum_n) OVER (ORDER BY answer.month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    END AS running_sum_n,
    answer.trailing_sum_n
  FROM answer
)
SELECT
  with_running.month AS month,
  COALESCE(with_running.sum_n, 0) AS n,
  COALESCE(with_running.running_sum_n, 0) AS r,
  COALESCE(with_running.trailing_sum_n, 0) AS t
FROM with_running
ORDER BY
  with_running.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', days_of_month.on_day) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(days_of_month.on_day AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          (
--   -            SELECT
--   -              first_period
--   -            FROM extent
--   -          ),
--   -          (
--   -            SELECT
--   -              last_period
--   -            FROM extent
--   -          ),
--   -          INTERVAL '1' MONTH
--   -        )
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST((
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      ) AS TIMESTAMP),
--   +      CAST((
--   +        SELECT
--   +          last_period
--   +        FROM extent
--   +      ) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
--   -      NULL AS running_sum_n,
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL) AS running_sum_n,
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_n
--   -      NULL AS sum_n,
--   +      CAST(NULL AS DECIMAL) AS sum_n,
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_n
--   -      NULL AS sum_n,
--   -      NULL AS running_sum_n,
--   +      CAST(NULL AS DECIMAL) AS sum_n,
--   +      CAST(NULL AS DECIMAL) AS running_sum_n,
--   -      NULL AS sum_n,
--   -      NULL AS running_sum_n,
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL) AS sum_n,
--   +      CAST(NULL AS DECIMAL) AS running_sum_n,
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_n
--   -      THEN SUM(answer.running_sum_n) OVER (ORDER BY answer.month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   +      THEN SUM(answer.running_sum_n) OVER (ORDER BY answer.month ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   -  with_running.month NULLS LAST
--   +  with_running.month ASC
-- snowflake:
--   -WITH days_of_month_by_month /* sum_n of each month */ AS (
--   +WITH ten_digits AS (
--   +  SELECT
--   +    0 AS d
--   +  UNION ALL
--   +  SELECT
--   +    1
--   +  UNION ALL
--   +  SELECT
--   +    2
--   +  UNION ALL
--   +  SELECT
--   +    3
--   +  UNION ALL
--   +  SELECT
--   +    4
--   +  UNION ALL
--   +  SELECT
--   +    5
--   +  UNION ALL
--   +  SELECT
--   +    6
--   +  UNION ALL
--   +  SELECT
--   +    7
--   +  UNION ALL
--   +  SELECT
--   +    8
--   +  UNION ALL
--   +  SELECT
--   +    9
--   +), days_of_month_by_month /* sum_n of each month */ AS (
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   +      DATEADD(MONTH, numbers.n, (
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      )) AS month
--   +    FROM (
--   +      SELECT
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +      FROM ten_digits AS d0
--   +      CROSS JOIN ten_digits AS d1
--   +      CROSS JOIN ten_digits AS d2
--   +      CROSS JOIN ten_digits AS d3
--   +      CROSS JOIN ten_digits AS d4
--   +      CROSS JOIN ten_digits AS d5
--   +      CROSS JOIN ten_digits AS d6
--   +      WHERE
--   +        (
--   +            (
--   +              (
--   +                (
--   +                  d1.d * 10 <= CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  )
--   +                  AND d2.d * 100 <= CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  )
--   +                )
--   +                AND d3.d * 1000 <= CAST(DATE_PART(YEAR, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent
--   +                )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent
--   +                )) AS BIGINT) - (
--   +                  CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT)
--   +                )
--   +              )
--   +              AND d4.d * 10000 <= CAST(DATE_PART(YEAR, (
--   +                SELECT
--   +                  last_period
--   +                FROM extent
--   +              )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                SELECT
--   +                  last_period
--   +                FROM extent
--   +              )) AS BIGINT) - (
--   +                CAST(DATE_PART(YEAR, (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent
--   +                )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent
--   +                )) AS BIGINT)
--   +              )
--   +            )
--   +            AND d5.d * 100000 <= CAST(DATE_PART(YEAR, (
--   +              SELECT
--   +                last_period
--   +              FROM extent
--   +            )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +              SELECT
--   +                last_period
--   +              FROM extent
--   +            )) AS BIGINT) - (
--   +              CAST(DATE_PART(YEAR, (
--   +                SELECT
--   +                  first_period
--   +                FROM extent
--   +              )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                SELECT
--   +                  first_period
--   +                FROM extent
--   +              )) AS BIGINT)
--   +            )
--   +          )
--   +          AND d6.d * 1000000 <= CAST(DATE_PART(YEAR, (
--   +            SELECT
--   +              last_period
--   +            FROM extent
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +            SELECT
--   +              last_period
--   +            FROM extent
--   +          )) AS BIGINT) - (
--   +            CAST(DATE_PART(YEAR, (
--   +              SELECT
--   +                first_period
--   +              FROM extent
--   +            )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +              SELECT
--   +                first_period
--   +              FROM extent
--   +            )) AS BIGINT)
--   +          )
--   +        )
--   +        AND (
--   +          d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +        ) <= CAST(DATE_PART(YEAR, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) - (
--   +          CAST(DATE_PART(YEAR, (
--   -          ),
--   -          (
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   -              last_period
--   +              first_period
--   -          ),
--   -          INTERVAL '1' MONTH
--   +          )) AS BIGINT)
--   -      ) AS DATE) AS month
--   +    ) AS numbers
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows.seen >= DATEADD(MONTH, -2, months.ends)
--   -      NULL AS running_sum_n,
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_sum_n,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_n
--   -      NULL AS sum_n,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_n,
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_n
--   -      NULL AS sum_n,
--   -      NULL AS running_sum_n,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_n,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_sum_n,
--   -      NULL AS sum_n,
--   -      NULL AS running_sum_n,
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_n,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_sum_n,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_n

-- growth of a trailing value
--   growth(trailing(revenue, 3 months), 1 month) as g by month for 2025-04 to 2025-05
WITH orders_by_month /* trailing_sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(orders.amount) AS trailing_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-11-29' AS DATE)
    AND orders.ordered_on < CAST('2025-06-01' AS DATE)
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
        GENERATE_SERIES(CAST('2025-04-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), months_with_rows AS (
  SELECT DISTINCT
    orders_by_month.starting_month AS seen
  FROM orders_by_month
), months_seen /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    AND months_with_rows.seen < months.ends
), orders_scan /* trailing_sum_amount */ AS (
  SELECT
    months_seen.month AS month,
    SUM(orders_by_month.trailing_sum_amount) AS trailing_sum_amount
  FROM orders_by_month
  INNER JOIN months_seen
    ON orders_by_month.starting_month = months_seen.seen
  GROUP BY
    1
), months_seen_2 /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON CAST(months_with_rows.seen + INTERVAL '1' MONTH AS DATE) >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    AND CAST(months_with_rows.seen + INTERVAL '1' MONTH AS DATE) < months.ends
), orders_prior_scan /* prior_trailing_sum_amount */ AS (
  SELECT
    months_seen_2.month AS month,
    SUM(orders_by_month.trailing_sum_amount) AS prior_trailing_sum_amount
  FROM orders_by_month
  INNER JOIN months_seen_2
    ON orders_by_month.starting_month = months_seen_2.seen
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount,
    MAX(stacked.prior_trailing_sum_amount) AS prior_trailing_sum_amount
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.trailing_sum_amount AS trailing_sum_amount,
      NULL AS prior_trailing_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.month AS month,
      NULL AS trailing_sum_amount,
      orders_prior_scan.prior_trailing_sum_amount AS prior_trailing_sum_amount
    FROM orders_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS trailing_sum_amount,
      NULL AS prior_trailing_sum_amount
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  (
    COALESCE(answer.trailing_sum_amount, 0) - COALESCE(answer.prior_trailing_sum_amount, 0)
  ) / NULLIF(ABS(COALESCE(answer.prior_trailing_sum_amount, 0)), 0) AS g
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-04-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -    ON CAST(months_with_rows.seen + INTERVAL '1' MONTH AS DATE) >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   -    AND CAST(months_with_rows.seen + INTERVAL '1' MONTH AS DATE) < months.ends
--   +    ON CAST(months_with_rows.seen + INTERVAL '1 MONTH' AS DATE) >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   +    AND CAST(months_with_rows.seen + INTERVAL '1 MONTH' AS DATE) < months.ends
--   -      NULL AS prior_trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_trailing_sum_amount
--   -      NULL AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount,
--   -      NULL AS trailing_sum_amount,
--   -      NULL AS prior_trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_trailing_sum_amount
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_trailing_sum_amount, 0)), 0) AS g
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_trailing_sum_amount, 0)), 0) AS g
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-11-29' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-06-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-11-29', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-06-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-04-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-04-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +    ) AS numbers
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON months_with_rows.seen >= DATEADD(MONTH, -3, months.ends)
--   -    ON CAST(months_with_rows.seen + INTERVAL '1' MONTH AS DATE) >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   -    AND CAST(months_with_rows.seen + INTERVAL '1' MONTH AS DATE) < months.ends
--   +    ON DATEADD(MONTH, 1, months_with_rows.seen) >= DATEADD(MONTH, -3, months.ends)
--   +    AND DATEADD(MONTH, 1, months_with_rows.seen) < months.ends
--   -      NULL AS prior_trailing_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_trailing_sum_amount
--   -      NULL AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_amount,
--   -      NULL AS trailing_sum_amount,
--   -      NULL AS prior_trailing_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_trailing_sum_amount
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_trailing_sum_amount, 0)), 0) AS g
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_trailing_sum_amount, 0)), 0) AS g

-- trailing of a growth reads the inner step in the window
--   trailing(growth(revenue, 3 months), 3 months) as g by month for 2025-03 to 2025-04
WITH orders_by_month /* trailing_sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(orders.amount) AS trailing_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-08-29' AS DATE)
    AND orders.ordered_on < CAST('2025-05-01' AS DATE)
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
        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), months_with_rows AS (
  SELECT DISTINCT
    orders_by_month.starting_month AS seen
  FROM orders_by_month
), months_seen /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    AND months_with_rows.seen < months.ends
), orders_scan /* trailing_sum_amount */ AS (
  SELECT
    months_seen.month AS month,
    SUM(orders_by_month.trailing_sum_amount) AS trailing_sum_amount
  FROM orders_by_month
  INNER JOIN months_seen
    ON orders_by_month.starting_month = months_seen.seen
  GROUP BY
    1
), months_seen_2 /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON CAST(months_with_rows.seen + INTERVAL '3' MONTH AS DATE) >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    AND CAST(months_with_rows.seen + INTERVAL '3' MONTH AS DATE) < months.ends
), orders_prior_scan /* prior_trailing_sum_amount */ AS (
  SELECT
    months_seen_2.month AS month,
    SUM(orders_by_month.trailing_sum_amount) AS prior_trailing_sum_amount
  FROM orders_by_month
  INNER JOIN months_seen_2
    ON orders_by_month.starting_month = months_seen_2.seen
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount,
    MAX(stacked.prior_trailing_sum_amount) AS prior_trailing_sum_amount
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.trailing_sum_amount AS trailing_sum_amount,
      NULL AS prior_trailing_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.month AS month,
      NULL AS trailing_sum_amount,
      orders_prior_scan.prior_trailing_sum_amount AS prior_trailing_sum_amount
    FROM orders_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS trailing_sum_amount,
      NULL AS prior_trailing_sum_amount
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  (
    COALESCE(answer.trailing_sum_amount, 0) - COALESCE(answer.prior_trailing_sum_amount, 0)
  ) / NULLIF(ABS(COALESCE(answer.prior_trailing_sum_amount, 0)), 0) AS g
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -    ON CAST(months_with_rows.seen + INTERVAL '3' MONTH AS DATE) >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   -    AND CAST(months_with_rows.seen + INTERVAL '3' MONTH AS DATE) < months.ends
--   +    ON CAST(months_with_rows.seen + INTERVAL '3 MONTH' AS DATE) >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   +    AND CAST(months_with_rows.seen + INTERVAL '3 MONTH' AS DATE) < months.ends
--   -      NULL AS prior_trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_trailing_sum_amount
--   -      NULL AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount,
--   -      NULL AS trailing_sum_amount,
--   -      NULL AS prior_trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_trailing_sum_amount
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_trailing_sum_amount, 0)), 0) AS g
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_trailing_sum_amount, 0)), 0) AS g
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-08-29' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-05-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-08-29', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-03-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +    ) AS numbers
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON months_with_rows.seen >= DATEADD(MONTH, -3, months.ends)
--   -    ON CAST(months_with_rows.seen + INTERVAL '3' MONTH AS DATE) >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   -    AND CAST(months_with_rows.seen + INTERVAL '3' MONTH AS DATE) < months.ends
--   +    ON DATEADD(MONTH, 3, months_with_rows.seen) >= DATEADD(MONTH, -3, months.ends)
--   +    AND DATEADD(MONTH, 3, months_with_rows.seen) < months.ends
--   -      NULL AS prior_trailing_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_trailing_sum_amount
--   -      NULL AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_amount,
--   -      NULL AS trailing_sum_amount,
--   -      NULL AS prior_trailing_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_trailing_sum_amount
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_trailing_sum_amount, 0)), 0) AS g
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_trailing_sum_amount, 0)), 0) AS g
