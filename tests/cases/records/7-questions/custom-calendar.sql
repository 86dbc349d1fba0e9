-- periods of four, four and five weeks
--   total by retail_period
WITH retail_calendar_rows /* retail_calendar, as the catalog selects them */ AS (
  SELECT DISTINCT
    day,
    period_start,
    quarter_start
  FROM retail_days
), orders_scan /* total */ AS (
  SELECT
    calendar.period_start AS retail_period,
    SUM(orders.n) AS total
  FROM orders
  LEFT JOIN retail_calendar_rows AS calendar
    ON calendar.day = orders.ordered_on
  GROUP BY
    1
), extent /* the first and last retail_period with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(orders_scan.retail_period) AS first_period,
      MAX(orders_scan.retail_period) AS last_period
    FROM orders_scan
  ) AS extents
), retail_periods /* every retail_period, as its calendar lists them */ AS (
  SELECT
    calendar.period_start AS retail_period,
    MIN(calendar.day) AS starts,
    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
  FROM retail_calendar_rows AS calendar
  WHERE
    calendar.period_start >= (
      SELECT
        first_period
      FROM extent
    )
    AND calendar.period_start <= (
      SELECT
        last_period
      FROM extent
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.retail_period,
    MAX(stacked.total) AS total
  FROM (
    SELECT
      orders_scan.retail_period AS retail_period,
      orders_scan.total AS total
    FROM orders_scan
    UNION ALL
    SELECT
      retail_periods.retail_period AS retail_period,
      NULL AS total
    FROM retail_periods
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.retail_period AS retail_period,
  COALESCE(answer.total, 0) AS total
FROM answer
ORDER BY
  answer.retail_period NULLS LAST;
-- postgres:
--   -    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(calendar.day) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL) AS total
--   -  answer.retail_period NULLS LAST
--   +  answer.retail_period ASC
-- snowflake:
--   -    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(calendar.day)) AS ends
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total

-- and their quarters
--   total by retail_quarter
WITH retail_calendar_rows /* retail_calendar, as the catalog selects them */ AS (
  SELECT DISTINCT
    day,
    period_start,
    quarter_start
  FROM retail_days
), orders_scan /* total */ AS (
  SELECT
    calendar.quarter_start AS retail_quarter,
    SUM(orders.n) AS total
  FROM orders
  LEFT JOIN retail_calendar_rows AS calendar
    ON calendar.day = orders.ordered_on
  GROUP BY
    1
), extent /* the first and last retail_quarter with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(orders_scan.retail_quarter) AS first_period,
      MAX(orders_scan.retail_quarter) AS last_period
    FROM orders_scan
  ) AS extents
), retail_quarters /* every retail_quarter, as its calendar lists them */ AS (
  SELECT
    calendar.quarter_start AS retail_quarter,
    MIN(calendar.day) AS starts,
    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
  FROM retail_calendar_rows AS calendar
  WHERE
    calendar.quarter_start >= (
      SELECT
        first_period
      FROM extent
    )
    AND calendar.quarter_start <= (
      SELECT
        last_period
      FROM extent
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.retail_quarter,
    MAX(stacked.total) AS total
  FROM (
    SELECT
      orders_scan.retail_quarter AS retail_quarter,
      orders_scan.total AS total
    FROM orders_scan
    UNION ALL
    SELECT
      retail_quarters.retail_quarter AS retail_quarter,
      NULL AS total
    FROM retail_quarters
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.retail_quarter AS retail_quarter,
  COALESCE(answer.total, 0) AS total
FROM answer
ORDER BY
  answer.retail_quarter NULLS LAST;
-- postgres:
--   -    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(calendar.day) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL) AS total
--   -  answer.retail_quarter NULLS LAST
--   +  answer.retail_quarter ASC
-- snowflake:
--   -    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(calendar.day)) AS ends
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total

-- each group in each of them
--   total by retail_period, orders.region for 2025-03-02 to 2025-05-03
WITH retail_calendar_rows /* retail_calendar, as the catalog selects them */ AS (
  SELECT DISTINCT
    day,
    period_start,
    quarter_start
  FROM retail_days
), orders_scan /* total */ AS (
  SELECT
    calendar.period_start AS retail_period,
    orders.region AS region,
    SUM(orders.n) AS total
  FROM orders
  LEFT JOIN retail_calendar_rows AS calendar
    ON calendar.day = orders.ordered_on
  WHERE
    orders.ordered_on >= CAST('2025-03-02' AS DATE)
    AND orders.ordered_on < CAST('2025-05-04' AS DATE)
  GROUP BY
    1,
    2
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    region
  FROM orders_scan
), retail_periods /* every retail_period, as its calendar lists them */ AS (
  SELECT
    calendar.period_start AS retail_period,
    MIN(calendar.day) AS starts,
    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
  FROM retail_calendar_rows AS calendar
  WHERE
    calendar.day >= CAST('2025-03-02' AS DATE)
    AND calendar.day < CAST('2025-05-04' AS DATE)
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.retail_period,
    stacked.region,
    MAX(stacked.total) AS total
  FROM (
    SELECT
      orders_scan.retail_period AS retail_period,
      orders_scan.region AS region,
      orders_scan.total AS total
    FROM orders_scan
    UNION ALL
    SELECT
      retail_periods.retail_period AS retail_period,
      groups.region AS region,
      NULL AS total
    FROM groups
    CROSS JOIN retail_periods
  ) AS stacked
  GROUP BY
    1,
    2
)
SELECT
  answer.retail_period AS retail_period,
  answer.region AS region,
  COALESCE(answer.total, 0) AS total
FROM answer
ORDER BY
  answer.retail_period NULLS LAST,
  answer.region NULLS LAST;
-- postgres:
--   -    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(calendar.day) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL) AS total
--   -  answer.retail_period NULLS LAST,
--   -  answer.region NULLS LAST
--   +  answer.retail_period ASC,
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-03-02' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-05-04' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-03-02', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-05-04', 'YYYY-MM-DD')
--   -    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(calendar.day)) AS ends
--   -    calendar.day >= CAST('2025-03-02' AS DATE)
--   -    AND calendar.day < CAST('2025-05-04' AS DATE)
--   +    calendar.day >= TO_DATE('2025-03-02', 'YYYY-MM-DD')
--   +    AND calendar.day < TO_DATE('2025-05-04', 'YYYY-MM-DD')
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total

-- to date in them
--   to_date(total, retail_quarter) as qtd by retail_period for 2025-02-02 to 2025-05-31
WITH retail_calendar_rows /* retail_calendar, as the catalog selects them */ AS (
  SELECT DISTINCT
    day,
    period_start,
    quarter_start
  FROM retail_days
), retail_periods /* every retail_period, as its calendar lists them */ AS (
  SELECT
    calendar.period_start AS retail_period,
    MIN(calendar.day) AS starts,
    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
  FROM retail_calendar_rows AS calendar
  WHERE
    calendar.day >= CAST('2025-02-02' AS DATE)
    AND calendar.day < CAST('2025-06-01' AS DATE)
  GROUP BY
    1
), retail_periods_2 AS (
  SELECT
    retail_periods.*,
    calendar_1.quarter_start AS retail_quarter_starts
  FROM retail_periods
  LEFT JOIN retail_calendar_rows AS calendar_1
    ON calendar_1.day = CAST(retail_periods.ends - INTERVAL '1' DAY AS DATE)
), orders_scan /* retail_quarter_to_date_sum_n */ AS (
  SELECT
    retail_periods_2.retail_period AS retail_period,
    SUM(orders.n) AS retail_quarter_to_date_sum_n
  FROM orders
  JOIN retail_periods_2
    ON orders.ordered_on >= retail_periods_2.retail_quarter_starts
    AND orders.ordered_on < retail_periods_2.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.retail_period,
    MAX(stacked.retail_quarter_to_date_sum_n) AS retail_quarter_to_date_sum_n
  FROM (
    SELECT
      orders_scan.retail_period AS retail_period,
      orders_scan.retail_quarter_to_date_sum_n AS retail_quarter_to_date_sum_n
    FROM orders_scan
    UNION ALL
    SELECT
      retail_periods_2.retail_period AS retail_period,
      NULL AS retail_quarter_to_date_sum_n
    FROM retail_periods_2
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.retail_period AS retail_period,
  COALESCE(answer.retail_quarter_to_date_sum_n, 0) AS qtd
FROM answer
ORDER BY
  answer.retail_period NULLS LAST;
-- postgres:
--   -    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(calendar.day) + INTERVAL '1 DAY' AS DATE) AS ends
--   -    ON calendar_1.day = CAST(retail_periods.ends - INTERVAL '1' DAY AS DATE)
--   +    ON calendar_1.day = CAST(retail_periods.ends - INTERVAL '1 DAY' AS DATE)
--   -      NULL AS retail_quarter_to_date_sum_n
--   +      CAST(NULL AS DECIMAL) AS retail_quarter_to_date_sum_n
--   -  answer.retail_period NULLS LAST
--   +  answer.retail_period ASC
-- snowflake:
--   -    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(calendar.day)) AS ends
--   -    calendar.day >= CAST('2025-02-02' AS DATE)
--   -    AND calendar.day < CAST('2025-06-01' AS DATE)
--   +    calendar.day >= TO_DATE('2025-02-02', 'YYYY-MM-DD')
--   +    AND calendar.day < TO_DATE('2025-06-01', 'YYYY-MM-DD')
--   -    ON calendar_1.day = CAST(retail_periods.ends - INTERVAL '1' DAY AS DATE)
--   +    ON calendar_1.day = DATEADD(DAY, -1, retail_periods.ends)
--   -      NULL AS retail_quarter_to_date_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS retail_quarter_to_date_sum_n
