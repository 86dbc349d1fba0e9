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
  COALESCE(answer.total, 0) AS total,
  calendar_periods.last_day AS retail_period_last_day
FROM answer
LEFT JOIN (
  SELECT
    calendar.period_start AS retail_period,
    MAX(calendar.day) AS last_day
  FROM retail_calendar_rows AS calendar
  GROUP BY
    1
) AS calendar_periods
  ON calendar_periods.retail_period = answer.retail_period
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
  COALESCE(answer.total, 0) AS total,
  calendar_periods.last_day AS retail_quarter_last_day
FROM answer
LEFT JOIN (
  SELECT
    calendar.quarter_start AS retail_quarter,
    MAX(calendar.day) AS last_day
  FROM retail_calendar_rows AS calendar
  GROUP BY
    1
) AS calendar_periods
  ON calendar_periods.retail_quarter = answer.retail_quarter
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
  COALESCE(answer.total, 0) AS total,
  calendar_periods.last_day AS retail_period_last_day
FROM answer
LEFT JOIN (
  SELECT
    calendar.period_start AS retail_period,
    MAX(calendar.day) AS last_day
  FROM retail_calendar_rows AS calendar
  GROUP BY
    1
) AS calendar_periods
  ON calendar_periods.retail_period = answer.retail_period
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
), retail_periods_2 /* and where its retail_quarter starts */ AS (
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
  COALESCE(answer.retail_quarter_to_date_sum_n, 0) AS qtd,
  calendar_periods.last_day AS retail_period_last_day
FROM answer
LEFT JOIN (
  SELECT
    calendar.period_start AS retail_period,
    MAX(calendar.day) AS last_day
  FROM retail_calendar_rows AS calendar
  GROUP BY
    1
) AS calendar_periods
  ON calendar_periods.retail_period = answer.retail_period
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

-- to date in a grain that only a value per group needs
--   max(to_date(total, retail_quarter) per orders.region) as most, min(to_date(total, retail_quarter) per orders.region) as least
--   by retail_period for 2025-02-02 to 2025-05-31
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
), retail_periods_2 /* and where its retail_quarter starts */ AS (
  SELECT
    retail_periods.*,
    calendar_1.quarter_start AS retail_quarter_starts
  FROM retail_periods
  LEFT JOIN retail_calendar_rows AS calendar_1
    ON calendar_1.day = CAST(retail_periods.ends - INTERVAL '1' DAY AS DATE)
), orders_scan /* retail_quarter_to_date_sum_n */ AS (
  SELECT
    retail_periods_2.retail_period AS retail_period,
    orders.region AS region,
    SUM(orders.n) AS retail_quarter_to_date_sum_n
  FROM orders
  JOIN retail_periods_2
    ON orders.ordered_on >= retail_periods_2.retail_quarter_starts
    AND orders.ordered_on < retail_periods_2.ends
  GROUP BY
    1,
    2
), values_per_region /* max_per_region, min_per_region */ AS (
  SELECT
    orders_scan.retail_period AS retail_period,
    MAX(COALESCE(orders_scan.retail_quarter_to_date_sum_n, 0)) AS max_per_region,
    MIN(COALESCE(orders_scan.retail_quarter_to_date_sum_n, 0)) AS min_per_region
  FROM orders_scan
  WHERE
    NOT orders_scan.region IS NULL
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.retail_period,
    MAX(stacked.max_per_region) AS max_per_region,
    MAX(stacked.min_per_region) AS min_per_region
  FROM (
    SELECT
      values_per_region.retail_period AS retail_period,
      values_per_region.max_per_region AS max_per_region,
      values_per_region.min_per_region AS min_per_region
    FROM values_per_region
    UNION ALL
    SELECT
      retail_periods_2.retail_period AS retail_period,
      NULL AS max_per_region,
      NULL AS min_per_region
    FROM retail_periods_2
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.retail_period AS retail_period,
  answer.max_per_region AS most,
  answer.min_per_region AS least,
  calendar_periods.last_day AS retail_period_last_day
FROM answer
LEFT JOIN (
  SELECT
    calendar.period_start AS retail_period,
    MAX(calendar.day) AS last_day
  FROM retail_calendar_rows AS calendar
  GROUP BY
    1
) AS calendar_periods
  ON calendar_periods.retail_period = answer.retail_period
ORDER BY
  answer.retail_period NULLS LAST;
-- postgres:
--   -    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(calendar.day) + INTERVAL '1 DAY' AS DATE) AS ends
--   -    ON calendar_1.day = CAST(retail_periods.ends - INTERVAL '1' DAY AS DATE)
--   +    ON calendar_1.day = CAST(retail_periods.ends - INTERVAL '1 DAY' AS DATE)
--   -      NULL AS max_per_region,
--   -      NULL AS min_per_region
--   +      CAST(NULL AS DECIMAL) AS max_per_region,
--   +      CAST(NULL AS DECIMAL) AS min_per_region
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
--   -      NULL AS max_per_region,
--   -      NULL AS min_per_region
--   +      CAST(NULL AS DECIMAL(1, 0)) AS max_per_region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS min_per_region

-- the current period is marked
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
  COALESCE(answer.total, 0) AS total,
  calendar_periods.last_day AS retail_period_last_day
FROM answer
LEFT JOIN (
  SELECT
    calendar.period_start AS retail_period,
    MAX(calendar.day) AS last_day
  FROM retail_calendar_rows AS calendar
  GROUP BY
    1
) AS calendar_periods
  ON calendar_periods.retail_period = answer.retail_period
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

-- on its last day it is complete
--   total by retail_quarter for since 2025-05-04
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
  WHERE
    orders.ordered_on >= CAST('2025-05-04' AS DATE)
    AND orders.ordered_on < CAST('2025-06-01' AS DATE)
  GROUP BY
    1
), retail_quarters /* every retail_quarter, as its calendar lists them */ AS (
  SELECT
    calendar.quarter_start AS retail_quarter,
    MIN(calendar.day) AS starts,
    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
  FROM retail_calendar_rows AS calendar
  WHERE
    calendar.day >= CAST('2025-05-04' AS DATE)
    AND calendar.day < CAST('2025-06-01' AS DATE)
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
  COALESCE(answer.total, 0) AS total,
  calendar_periods.last_day AS retail_quarter_last_day
FROM answer
LEFT JOIN (
  SELECT
    calendar.quarter_start AS retail_quarter,
    MAX(calendar.day) AS last_day
  FROM retail_calendar_rows AS calendar
  GROUP BY
    1
) AS calendar_periods
  ON calendar_periods.retail_quarter = answer.retail_quarter
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
--   -    orders.ordered_on >= CAST('2025-05-04' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-06-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-05-04', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-06-01', 'YYYY-MM-DD')
--   -    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(calendar.day)) AS ends
--   -    calendar.day >= CAST('2025-05-04' AS DATE)
--   -    AND calendar.day < CAST('2025-06-01' AS DATE)
--   +    calendar.day >= TO_DATE('2025-05-04', 'YYYY-MM-DD')
--   +    AND calendar.day < TO_DATE('2025-06-01', 'YYYY-MM-DD')
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total

-- so are periods that the range cuts
--   total by retail_period for 2025-02-10 to 2025-05-10
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
  WHERE
    orders.ordered_on >= CAST('2025-02-10' AS DATE)
    AND orders.ordered_on < CAST('2025-05-11' AS DATE)
  GROUP BY
    1
), retail_periods /* every retail_period, as its calendar lists them */ AS (
  SELECT
    calendar.period_start AS retail_period,
    MIN(calendar.day) AS starts,
    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
  FROM retail_calendar_rows AS calendar
  WHERE
    calendar.day >= CAST('2025-02-10' AS DATE)
    AND calendar.day < CAST('2025-05-11' AS DATE)
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
  COALESCE(answer.total, 0) AS total,
  calendar_periods.last_day AS retail_period_last_day
FROM answer
LEFT JOIN (
  SELECT
    calendar.period_start AS retail_period,
    MAX(calendar.day) AS last_day
  FROM retail_calendar_rows AS calendar
  GROUP BY
    1
) AS calendar_periods
  ON calendar_periods.retail_period = answer.retail_period
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
--   -    orders.ordered_on >= CAST('2025-02-10' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-05-11' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-10', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   -    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(calendar.day)) AS ends
--   -    calendar.day >= CAST('2025-02-10' AS DATE)
--   -    AND calendar.day < CAST('2025-05-11' AS DATE)
--   +    calendar.day >= TO_DATE('2025-02-10', 'YYYY-MM-DD')
--   +    AND calendar.day < TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total

-- marks beside that of Other
--   total by retail_quarter top 1 orders.region by total with others
WITH orders_scan /* sum_n */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.n) AS sum_n
  FROM orders
  GROUP BY
    1
), top_region_places AS (
  SELECT
    orders_scan.region,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(orders_scan.sum_n, 0) DESC NULLS LAST, orders_scan.region NULLS LAST
    ) AS place
  FROM orders_scan
), top_region /* the best 1 of region */ AS (
  SELECT
    region,
    place
  FROM top_region_places
  WHERE
    place <= 1
), retail_calendar_rows /* retail_calendar, as the catalog selects them */ AS (
  SELECT DISTINCT
    day,
    period_start,
    quarter_start
  FROM retail_days
), orders_scan_2 /* total */ AS (
  SELECT
    calendar.quarter_start AS retail_quarter,
    CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS region_is_other,
    CASE WHEN NOT best.place IS NULL THEN orders.region END AS region,
    SUM(orders.n) AS total
  FROM orders
  LEFT JOIN top_region AS best
    ON best.region IS NOT DISTINCT FROM orders.region
  LEFT JOIN retail_calendar_rows AS calendar
    ON calendar.day = orders.ordered_on
  GROUP BY
    1,
    2,
    3
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    region_is_other,
    region
  FROM orders_scan_2
), extent /* the first and last retail_quarter with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(orders_scan_2.retail_quarter) AS first_period,
      MAX(orders_scan_2.retail_quarter) AS last_period
    FROM orders_scan_2
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
    stacked.region_is_other,
    stacked.region,
    MAX(stacked.total) AS total
  FROM (
    SELECT
      orders_scan_2.retail_quarter AS retail_quarter,
      orders_scan_2.region_is_other AS region_is_other,
      orders_scan_2.region AS region,
      orders_scan_2.total AS total
    FROM orders_scan_2
    UNION ALL
    SELECT
      retail_quarters.retail_quarter AS retail_quarter,
      groups.region_is_other AS region_is_other,
      groups.region AS region,
      NULL AS total
    FROM groups
    CROSS JOIN retail_quarters
  ) AS stacked
  GROUP BY
    1,
    2,
    3
)
SELECT
  answer.retail_quarter AS retail_quarter,
  CASE WHEN answer.region_is_other = 1 THEN 'Other' ELSE answer.region END AS region,
  COALESCE(answer.total, 0) AS total,
  answer.region_is_other AS is_other,
  calendar_periods.last_day AS retail_quarter_last_day
FROM answer
LEFT JOIN (
  SELECT
    calendar.quarter_start AS retail_quarter,
    MAX(calendar.day) AS last_day
  FROM retail_calendar_rows AS calendar
  GROUP BY
    1
) AS calendar_periods
  ON calendar_periods.retail_quarter = answer.retail_quarter
ORDER BY
  answer.retail_quarter NULLS LAST,
  answer.region_is_other NULLS LAST,
  answer.region NULLS LAST;
-- postgres:
--   -      ORDER BY COALESCE(orders_scan.sum_n, 0) DESC NULLS LAST, orders_scan.region NULLS LAST
--   +      ORDER BY COALESCE(orders_scan.sum_n, 0) DESC NULLS LAST, orders_scan.region COLLATE "C" ASC
--   -    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(calendar.day) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL) AS total
--   -  answer.retail_quarter NULLS LAST,
--   -  answer.region_is_other NULLS LAST,
--   -  answer.region NULLS LAST
--   +  answer.retail_quarter ASC,
--   +  answer.region_is_other ASC,
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(calendar.day)) AS ends
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total

-- the mean of the periods of a quarter
--   avg(total per retail_period) as mean, count(total per retail_period) as n by retail_quarter
WITH retail_calendar_rows /* retail_calendar, as the catalog selects them */ AS (
  SELECT DISTINCT
    day,
    period_start,
    quarter_start
  FROM retail_days
), orders_groups_scan /* which groups have rows */ AS (
  SELECT
    calendar.quarter_start AS retail_quarter
  FROM orders
  LEFT JOIN retail_calendar_rows AS calendar
    ON calendar.day = orders.ordered_on
  WHERE
    orders.ordered_on IS NULL
  GROUP BY
    1
), extent /* the first and last retail_quarter with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(calendar.quarter_start) AS first_period,
      MAX(calendar.quarter_start) AS last_period
    FROM orders
    LEFT JOIN retail_calendar_rows AS calendar
      ON calendar.day = orders.ordered_on
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
), extent_2 /* from the first to the last of these */ AS (
  SELECT
    MIN(starts) AS first_period,
    MAX(ends) AS last_period
  FROM retail_quarters
), retail_periods /* every retail_period that has begun in each retail_quarter */ AS (
  SELECT
    retail_quarters.retail_quarter,
    calendar.period_start AS retail_period,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(
          CAST((
            SELECT
              first_period
            FROM extent_2
          ) - INTERVAL '1' DAY AS DATE),
          CAST((
            SELECT
              last_period
            FROM extent_2
          ) + INTERVAL '1' DAY AS DATE),
          INTERVAL '1' DAY
        )
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN retail_calendar_rows AS calendar
    ON calendar.day = series.atom
  INNER JOIN retail_quarters
    ON series.atom >= retail_quarters.starts AND series.atom < retail_quarters.ends
  GROUP BY
    1,
    2
  HAVING
    MIN(series.atom) < CAST('2026-01-01' AS DATE)
), orders_scan /* sum_n */ AS (
  SELECT
    retail_periods.retail_quarter AS retail_quarter,
    retail_periods.retail_period AS retail_period,
    SUM(orders.n) AS sum_n
  FROM orders
  JOIN retail_periods
    ON orders.ordered_on >= retail_periods.starts
    AND orders.ordered_on < retail_periods.ends
  GROUP BY
    1,
    2
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.retail_quarter,
    stacked.retail_period,
    MAX(stacked.sum_n) AS sum_n
  FROM (
    SELECT
      orders_scan.retail_quarter AS retail_quarter,
      orders_scan.retail_period AS retail_period,
      orders_scan.sum_n AS sum_n
    FROM orders_scan
    UNION ALL
    SELECT
      retail_periods.retail_quarter AS retail_quarter,
      retail_periods.retail_period AS retail_period,
      NULL AS sum_n
    FROM retail_periods
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_retail_period /* avg_per_retail_period, count_per_retail_period */ AS (
  SELECT
    rows_per_key.retail_quarter AS retail_quarter,
    AVG(COALESCE(rows_per_key.sum_n, 0)) AS avg_per_retail_period,
    COUNT(COALESCE(rows_per_key.sum_n, 0)) AS count_per_retail_period
  FROM rows_per_key
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.retail_quarter,
    MAX(stacked.avg_per_retail_period) AS avg_per_retail_period,
    MAX(stacked.count_per_retail_period) AS count_per_retail_period
  FROM (
    SELECT
      orders_groups_scan.retail_quarter AS retail_quarter,
      NULL AS avg_per_retail_period,
      NULL AS count_per_retail_period
    FROM orders_groups_scan
    UNION ALL
    SELECT
      values_per_retail_period.retail_quarter AS retail_quarter,
      values_per_retail_period.avg_per_retail_period AS avg_per_retail_period,
      values_per_retail_period.count_per_retail_period AS count_per_retail_period
    FROM values_per_retail_period
    UNION ALL
    SELECT
      retail_quarters.retail_quarter AS retail_quarter,
      NULL AS avg_per_retail_period,
      NULL AS count_per_retail_period
    FROM retail_quarters
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.retail_quarter AS retail_quarter,
  answer.avg_per_retail_period AS mean,
  COALESCE(answer.count_per_retail_period, 0) AS n,
  calendar_periods.last_day AS retail_quarter_last_day
FROM answer
LEFT JOIN (
  SELECT
    calendar.quarter_start AS retail_quarter,
    MAX(calendar.day) AS last_day
  FROM retail_calendar_rows AS calendar
  GROUP BY
    1
) AS calendar_periods
  ON calendar_periods.retail_quarter = answer.retail_quarter
ORDER BY
  answer.retail_quarter NULLS LAST;
-- postgres:
--   -    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(calendar.day) + INTERVAL '1 DAY' AS DATE) AS ends
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST((
--   -            SELECT
--   -              first_period
--   -            FROM extent_2
--   -          ) - INTERVAL '1' DAY AS DATE),
--   -          CAST((
--   -            SELECT
--   -              last_period
--   -            FROM extent_2
--   -          ) + INTERVAL '1' DAY AS DATE),
--   -          INTERVAL '1' DAY
--   -        )
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST((
--   +        SELECT
--   +          first_period
--   +        FROM extent_2
--   +      ) - INTERVAL '1 DAY' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST((
--   +        SELECT
--   +          last_period
--   +        FROM extent_2
--   +      ) + INTERVAL '1 DAY' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS sum_n
--   +      CAST(NULL AS DECIMAL) AS sum_n
--   -    AVG(COALESCE(rows_per_key.sum_n, 0)) AS avg_per_retail_period,
--   +    AVG(CAST(COALESCE(rows_per_key.sum_n, 0) AS DOUBLE PRECISION)) AS avg_per_retail_period,
--   -      NULL AS avg_per_retail_period,
--   -      NULL AS count_per_retail_period
--   +      CAST(NULL AS DECIMAL) AS avg_per_retail_period,
--   +      CAST(NULL AS DECIMAL) AS count_per_retail_period
--   -      NULL AS avg_per_retail_period,
--   -      NULL AS count_per_retail_period
--   +      CAST(NULL AS DECIMAL) AS avg_per_retail_period,
--   +      CAST(NULL AS DECIMAL) AS count_per_retail_period
--   -  answer.retail_quarter NULLS LAST
--   +  answer.retail_quarter ASC
-- snowflake:
--   -WITH retail_calendar_rows /* retail_calendar, as the catalog selects them */ AS (
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
--   +), retail_calendar_rows /* retail_calendar, as the catalog selects them */ AS (
--   -    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(calendar.day)) AS ends
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST((
--   +      DATEADD(DAY, numbers.n, DATEADD(DAY, -1, (
--   +        SELECT
--   +          first_period
--   +        FROM extent_2
--   +      ))) AS atom
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
--   +          (
--   +            (
--   +              (
--   +                (
--   +                  d1.d * 10 <= DATEDIFF(
--   +                    DAY,
--   +                    DATEADD(DAY, -1, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent_2
--   +                    )),
--   +                    DATEADD(DAY, 1, (
--   +                      SELECT
--   +                        last_period
--   +                      FROM extent_2
--   +                    ))
--   +                  )
--   +                  AND d2.d * 100 <= DATEDIFF(
--   +                    DAY,
--   +                    DATEADD(DAY, -1, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent_2
--   +                    )),
--   +                    DATEADD(DAY, 1, (
--   +                      SELECT
--   +                        last_period
--   +                      FROM extent_2
--   +                    ))
--   +                  )
--   +                )
--   +                AND d3.d * 1000 <= DATEDIFF(
--   +                  DAY,
--   +                  DATEADD(DAY, -1, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent_2
--   +                  )),
--   +                  DATEADD(DAY, 1, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent_2
--   +                  ))
--   +                )
--   +              )
--   +              AND d4.d * 10000 <= DATEDIFF(
--   +                DAY,
--   +                DATEADD(DAY, -1, (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent_2
--   +                )),
--   +                DATEADD(DAY, 1, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent_2
--   +                ))
--   +              )
--   +            )
--   +            AND d5.d * 100000 <= DATEDIFF(
--   +              DAY,
--   +              DATEADD(DAY, -1, (
--   +                SELECT
--   +                  first_period
--   +                FROM extent_2
--   +              )),
--   +              DATEADD(DAY, 1, (
--   +                SELECT
--   +                  last_period
--   +                FROM extent_2
--   +              ))
--   +            )
--   +          )
--   +          AND d6.d * 1000000 <= DATEDIFF(
--   +            DAY,
--   +            DATEADD(DAY, -1, (
--   +              SELECT
--   +                first_period
--   +              FROM extent_2
--   +            )),
--   +            DATEADD(DAY, 1, (
--   +              SELECT
--   +                last_period
--   +              FROM extent_2
--   +            ))
--   +          )
--   +        )
--   +        AND (
--   +          d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +        ) <= DATEDIFF(
--   +          DAY,
--   +          DATEADD(DAY, -1, (
--   -          ) - INTERVAL '1' DAY AS DATE),
--   -          CAST((
--   +          )),
--   +          DATEADD(DAY, 1, (
--   -          ) + INTERVAL '1' DAY AS DATE),
--   -          INTERVAL '1' DAY
--   +          ))
--   -      ) AS DATE) AS atom
--   +    ) AS numbers
--   -    MIN(series.atom) < CAST('2026-01-01' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2026-01-01', 'YYYY-MM-DD')
--   -      NULL AS sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_n
--   -    AVG(COALESCE(rows_per_key.sum_n, 0)) AS avg_per_retail_period,
--   +    AVG(CAST(COALESCE(rows_per_key.sum_n, 0) AS DOUBLE)) AS avg_per_retail_period,
--   -      NULL AS avg_per_retail_period,
--   -      NULL AS count_per_retail_period
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_retail_period,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_per_retail_period
--   -      NULL AS avg_per_retail_period,
--   -      NULL AS count_per_retail_period
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_retail_period,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_per_retail_period

-- periods of a range, in their order
--   avg(total per retail_period) as mean, first(total per retail_period) as first, last(total per retail_period) as last for 2025-03-02 to 2025-05-31
WITH retail_calendar_rows /* retail_calendar, as the catalog selects them */ AS (
  SELECT DISTINCT
    day,
    period_start,
    quarter_start
  FROM retail_days
), retail_periods /* every retail_period that has begun */ AS (
  SELECT
    calendar.period_start AS retail_period,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-06-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN retail_calendar_rows AS calendar
    ON calendar.day = series.atom
  WHERE
    series.atom >= CAST('2025-03-02' AS DATE)
    AND series.atom < CAST('2025-06-01' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2026-01-01' AS DATE)
), orders_scan /* sum_n */ AS (
  SELECT
    retail_periods.retail_period AS retail_period,
    SUM(orders.n) AS sum_n
  FROM orders
  JOIN retail_periods
    ON orders.ordered_on >= retail_periods.starts
    AND orders.ordered_on < retail_periods.ends
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.retail_period,
    MAX(stacked.sum_n) AS sum_n
  FROM (
    SELECT
      orders_scan.retail_period AS retail_period,
      orders_scan.sum_n AS sum_n
    FROM orders_scan
    UNION ALL
    SELECT
      retail_periods.retail_period AS retail_period,
      NULL AS sum_n
    FROM retail_periods
  ) AS stacked
  GROUP BY
    1
)
SELECT
  AVG(COALESCE(rows_per_key.sum_n, 0)) AS mean,
  FIRST(COALESCE(rows_per_key.sum_n, 0) ORDER BY rows_per_key.retail_period NULLS LAST) FILTER(WHERE
    NOT COALESCE(rows_per_key.sum_n, 0) IS NULL
    AND NOT rows_per_key.retail_period IS NULL) AS first,
  FIRST(
    COALESCE(rows_per_key.sum_n, 0) ORDER BY rows_per_key.retail_period DESC NULLS LAST
  ) FILTER(WHERE
    NOT COALESCE(rows_per_key.sum_n, 0) IS NULL
    AND NOT rows_per_key.retail_period IS NULL) AS last
FROM rows_per_key;
-- postgres:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-06-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-06-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS sum_n
--   +      CAST(NULL AS DECIMAL) AS sum_n
--   -  AVG(COALESCE(rows_per_key.sum_n, 0)) AS mean,
--   -  FIRST(COALESCE(rows_per_key.sum_n, 0) ORDER BY rows_per_key.retail_period NULLS LAST) FILTER(WHERE
--   -    NOT COALESCE(rows_per_key.sum_n, 0) IS NULL
--   -    AND NOT rows_per_key.retail_period IS NULL) AS first,
--   -  FIRST(
--   -    COALESCE(rows_per_key.sum_n, 0) ORDER BY rows_per_key.retail_period DESC NULLS LAST
--   -  ) FILTER(WHERE
--   -    NOT COALESCE(rows_per_key.sum_n, 0) IS NULL
--   -    AND NOT rows_per_key.retail_period IS NULL) AS last
--   +  AVG(CAST(COALESCE(rows_per_key.sum_n, 0) AS DOUBLE PRECISION)) AS mean,
--   +  (
--   +    ARRAY_AGG(COALESCE(rows_per_key.sum_n, 0) ORDER BY rows_per_key.retail_period ASC) FILTER(WHERE
--   +      NOT COALESCE(rows_per_key.sum_n, 0) IS NULL
--   +      AND NOT rows_per_key.retail_period IS NULL)
--   +  )[1] AS first,
--   +  (
--   +    ARRAY_AGG(
--   +      COALESCE(rows_per_key.sum_n, 0) ORDER BY rows_per_key.retail_period DESC NULLS LAST
--   +    ) FILTER(WHERE
--   +      NOT COALESCE(rows_per_key.sum_n, 0) IS NULL
--   +      AND NOT rows_per_key.retail_period IS NULL)
--   +  )[1] AS last
-- snowflake:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-06-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-03-01', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 94))
--   +    ) AS numbers
--   -    series.atom >= CAST('2025-03-02' AS DATE)
--   -    AND series.atom < CAST('2025-06-01' AS DATE)
--   +    series.atom >= TO_DATE('2025-03-02', 'YYYY-MM-DD')
--   +    AND series.atom < TO_DATE('2025-06-01', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2026-01-01' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2026-01-01', 'YYYY-MM-DD')
--   -      NULL AS sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_n
--   -  AVG(COALESCE(rows_per_key.sum_n, 0)) AS mean,
--   -  FIRST(COALESCE(rows_per_key.sum_n, 0) ORDER BY rows_per_key.retail_period NULLS LAST) FILTER(WHERE
--   -    NOT COALESCE(rows_per_key.sum_n, 0) IS NULL
--   -    AND NOT rows_per_key.retail_period IS NULL) AS first,
--   -  FIRST(
--   -    COALESCE(rows_per_key.sum_n, 0) ORDER BY rows_per_key.retail_period DESC NULLS LAST
--   -  ) FILTER(WHERE
--   -    NOT COALESCE(rows_per_key.sum_n, 0) IS NULL
--   -    AND NOT rows_per_key.retail_period IS NULL) AS last
--   -FROM rows_per_key
--   +  AVG(CAST(COALESCE(placed.sum_n, 0) AS DOUBLE)) AS mean,
--   +  MAX(
--   +    CASE
--   +      WHEN placed."PLACING" = 1
--   +      AND (
--   +        NOT COALESCE(placed.sum_n, 0) IS NULL AND NOT placed.retail_period IS NULL
--   +      )
--   +      THEN COALESCE(placed.sum_n, 0)
--   +    END
--   +  ) AS first,
--   +  MAX(
--   +    CASE
--   +      WHEN placed.placing_2 = 1
--   +      AND (
--   +        NOT COALESCE(placed.sum_n, 0) IS NULL AND NOT placed.retail_period IS NULL
--   +      )
--   +      THEN COALESCE(placed.sum_n, 0)
--   +    END
--   +  ) AS last
--   +FROM (
--   +  SELECT
--   +    ROW_NUMBER() OVER (
--   +      ORDER BY CASE
--   +        WHEN NOT COALESCE(rows_per_key.sum_n, 0) IS NULL
--   +        AND NOT rows_per_key.retail_period IS NULL
--   +        THEN 0
--   +        ELSE 1
--   +      END NULLS LAST, rows_per_key.retail_period NULLS LAST
--   +    ) AS "PLACING",
--   +    ROW_NUMBER() OVER (
--   +      ORDER BY CASE
--   +        WHEN NOT COALESCE(rows_per_key.sum_n, 0) IS NULL
--   +        AND NOT rows_per_key.retail_period IS NULL
--   +        THEN 0
--   +        ELSE 1
--   +      END NULLS LAST, rows_per_key.retail_period DESC NULLS LAST
--   +    ) AS placing_2,
--   +    rows_per_key.sum_n AS sum_n,
--   +    rows_per_key.retail_period AS retail_period
--   +  FROM rows_per_key
--   +) AS placed

-- only those that have begun count
--   avg(total per retail_period) as mean for 2025-03-02 to 2025-05-31
WITH retail_calendar_rows /* retail_calendar, as the catalog selects them */ AS (
  SELECT DISTINCT
    day,
    period_start,
    quarter_start
  FROM retail_days
), retail_periods /* every retail_period that has begun */ AS (
  SELECT
    calendar.period_start AS retail_period,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-06-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN retail_calendar_rows AS calendar
    ON calendar.day = series.atom
  WHERE
    series.atom >= CAST('2025-03-02' AS DATE)
    AND series.atom < CAST('2025-06-01' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2025-05-04' AS DATE)
), orders_scan /* sum_n */ AS (
  SELECT
    retail_periods.retail_period AS retail_period,
    SUM(orders.n) AS sum_n
  FROM orders
  JOIN retail_periods
    ON orders.ordered_on >= retail_periods.starts
    AND orders.ordered_on < retail_periods.ends
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.retail_period,
    MAX(stacked.sum_n) AS sum_n
  FROM (
    SELECT
      orders_scan.retail_period AS retail_period,
      orders_scan.sum_n AS sum_n
    FROM orders_scan
    UNION ALL
    SELECT
      retail_periods.retail_period AS retail_period,
      NULL AS sum_n
    FROM retail_periods
  ) AS stacked
  GROUP BY
    1
)
SELECT
  AVG(COALESCE(rows_per_key.sum_n, 0)) AS mean
FROM rows_per_key;
-- postgres:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-06-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-06-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS sum_n
--   +      CAST(NULL AS DECIMAL) AS sum_n
--   -  AVG(COALESCE(rows_per_key.sum_n, 0)) AS mean
--   +  AVG(CAST(COALESCE(rows_per_key.sum_n, 0) AS DOUBLE PRECISION)) AS mean
-- snowflake:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-06-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-03-01', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 94))
--   +    ) AS numbers
--   -    series.atom >= CAST('2025-03-02' AS DATE)
--   -    AND series.atom < CAST('2025-06-01' AS DATE)
--   +    series.atom >= TO_DATE('2025-03-02', 'YYYY-MM-DD')
--   +    AND series.atom < TO_DATE('2025-06-01', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2025-05-04' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-05-04', 'YYYY-MM-DD')
--   -      NULL AS sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_n
--   -  AVG(COALESCE(rows_per_key.sum_n, 0)) AS mean
--   +  AVG(CAST(COALESCE(rows_per_key.sum_n, 0) AS DOUBLE)) AS mean

-- of a period that the range cuts what is inside
--   min(total per retail_period) as least, avg(total per retail_period) as mean for 2025-03-29 to 2025-05-03
WITH retail_calendar_rows /* retail_calendar, as the catalog selects them */ AS (
  SELECT DISTINCT
    day,
    period_start,
    quarter_start
  FROM retail_days
), retail_periods /* every retail_period that has begun */ AS (
  SELECT
    calendar.period_start AS retail_period,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-28' AS DATE), CAST('2025-05-05' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN retail_calendar_rows AS calendar
    ON calendar.day = series.atom
  WHERE
    series.atom >= CAST('2025-03-29' AS DATE)
    AND series.atom < CAST('2025-05-04' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2026-01-01' AS DATE)
), orders_scan /* sum_n */ AS (
  SELECT
    retail_periods.retail_period AS retail_period,
    SUM(orders.n) AS sum_n
  FROM orders
  JOIN retail_periods
    ON orders.ordered_on >= retail_periods.starts
    AND orders.ordered_on < retail_periods.ends
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.retail_period,
    MAX(stacked.sum_n) AS sum_n
  FROM (
    SELECT
      orders_scan.retail_period AS retail_period,
      orders_scan.sum_n AS sum_n
    FROM orders_scan
    UNION ALL
    SELECT
      retail_periods.retail_period AS retail_period,
      NULL AS sum_n
    FROM retail_periods
  ) AS stacked
  GROUP BY
    1
)
SELECT
  MIN(COALESCE(rows_per_key.sum_n, 0)) AS least,
  AVG(COALESCE(rows_per_key.sum_n, 0)) AS mean
FROM rows_per_key;
-- postgres:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-28' AS DATE), CAST('2025-05-05' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-28' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-05-05' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS sum_n
--   +      CAST(NULL AS DECIMAL) AS sum_n
--   -  AVG(COALESCE(rows_per_key.sum_n, 0)) AS mean
--   +  AVG(CAST(COALESCE(rows_per_key.sum_n, 0) AS DOUBLE PRECISION)) AS mean
-- snowflake:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-28' AS DATE), CAST('2025-05-05' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-03-28', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 39))
--   +    ) AS numbers
--   -    series.atom >= CAST('2025-03-29' AS DATE)
--   -    AND series.atom < CAST('2025-05-04' AS DATE)
--   +    series.atom >= TO_DATE('2025-03-29', 'YYYY-MM-DD')
--   +    AND series.atom < TO_DATE('2025-05-04', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2026-01-01' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2026-01-01', 'YYYY-MM-DD')
--   -      NULL AS sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_n
--   -  AVG(COALESCE(rows_per_key.sum_n, 0)) AS mean
--   +  AVG(CAST(COALESCE(rows_per_key.sum_n, 0) AS DOUBLE)) AS mean

-- periods of each group
--   avg(total per retail_period) as mean by orders.region for 2025-02-02 to 2025-05-31
WITH retail_calendar_rows /* retail_calendar, as the catalog selects them */ AS (
  SELECT DISTINCT
    day,
    period_start,
    quarter_start
  FROM retail_days
), retail_periods /* every retail_period that has begun */ AS (
  SELECT
    calendar.period_start AS retail_period,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-06-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN retail_calendar_rows AS calendar
    ON calendar.day = series.atom
  WHERE
    series.atom >= CAST('2025-02-02' AS DATE)
    AND series.atom < CAST('2025-06-01' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2026-01-01' AS DATE)
), orders_scan /* sum_n */ AS (
  SELECT
    retail_periods.retail_period AS retail_period,
    orders.region AS region,
    SUM(orders.n) AS sum_n
  FROM orders
  JOIN retail_periods
    ON orders.ordered_on >= retail_periods.starts
    AND orders.ordered_on < retail_periods.ends
  GROUP BY
    1,
    2
), groups /* the groups of the answer */ AS (
  SELECT DISTINCT
    region
  FROM orders_scan
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.retail_period,
    stacked.region,
    MAX(stacked.sum_n) AS sum_n
  FROM (
    SELECT
      orders_scan.retail_period AS retail_period,
      orders_scan.region AS region,
      orders_scan.sum_n AS sum_n
    FROM orders_scan
    UNION ALL
    SELECT
      retail_periods.retail_period AS retail_period,
      groups.region AS region,
      NULL AS sum_n
    FROM groups
    CROSS JOIN retail_periods
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_retail_period /* avg_per_retail_period */ AS (
  SELECT
    rows_per_key.region AS region,
    AVG(COALESCE(rows_per_key.sum_n, 0)) AS avg_per_retail_period
  FROM rows_per_key
  GROUP BY
    1
)
SELECT
  values_per_retail_period.region AS region,
  values_per_retail_period.avg_per_retail_period AS mean
FROM values_per_retail_period
ORDER BY
  values_per_retail_period.region NULLS LAST;
-- postgres:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-06-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-06-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS sum_n
--   +      CAST(NULL AS DECIMAL) AS sum_n
--   -    AVG(COALESCE(rows_per_key.sum_n, 0)) AS avg_per_retail_period
--   +    AVG(CAST(COALESCE(rows_per_key.sum_n, 0) AS DOUBLE PRECISION)) AS avg_per_retail_period
--   -  values_per_retail_period.region NULLS LAST
--   +  values_per_retail_period.region COLLATE "C" ASC
-- snowflake:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-06-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 122))
--   +    ) AS numbers
--   -    series.atom >= CAST('2025-02-02' AS DATE)
--   -    AND series.atom < CAST('2025-06-01' AS DATE)
--   +    series.atom >= TO_DATE('2025-02-02', 'YYYY-MM-DD')
--   +    AND series.atom < TO_DATE('2025-06-01', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2026-01-01' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2026-01-01', 'YYYY-MM-DD')
--   -      NULL AS sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_n
--   -    AVG(COALESCE(rows_per_key.sum_n, 0)) AS avg_per_retail_period
--   +    AVG(CAST(COALESCE(rows_per_key.sum_n, 0) AS DOUBLE)) AS avg_per_retail_period

-- days inside of them
--   avg(to_date(total, retail_quarter) per day) as mean by retail_period
WITH retail_calendar_rows /* retail_calendar, as the catalog selects them */ AS (
  SELECT DISTINCT
    day,
    period_start,
    quarter_start
  FROM retail_days
), orders_groups_scan /* which groups have rows */ AS (
  SELECT
    calendar.period_start AS retail_period
  FROM orders
  LEFT JOIN retail_calendar_rows AS calendar
    ON calendar.day = orders.ordered_on
  WHERE
    orders.ordered_on IS NULL
  GROUP BY
    1
), extent /* the first and last retail_period with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(calendar.period_start) AS first_period,
      MAX(calendar.period_start) AS last_period
    FROM orders
    LEFT JOIN retail_calendar_rows AS calendar
      ON calendar.day = orders.ordered_on
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
), retail_periods_2 /* and where its retail_quarter starts */ AS (
  SELECT
    retail_periods.*,
    calendar_1.quarter_start AS retail_quarter_starts
  FROM retail_periods
  LEFT JOIN retail_calendar_rows AS calendar_1
    ON calendar_1.day = CAST(retail_periods.ends - INTERVAL '1' DAY AS DATE)
), extent_2 /* from the first to the last of these */ AS (
  SELECT
    MIN(starts) AS first_period,
    MAX(ends) AS last_period
  FROM retail_periods_2
), days /* every day that has begun in each retail_period */ AS (
  SELECT
    retail_periods_2.retail_period,
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(
          CAST((
            SELECT
              first_period
            FROM extent_2
          ) - INTERVAL '1' DAY AS DATE),
          CAST((
            SELECT
              last_period
            FROM extent_2
          ) + INTERVAL '1' DAY AS DATE),
          INTERVAL '1' DAY
        )
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN retail_periods_2
    ON series.atom >= retail_periods_2.starts AND series.atom < retail_periods_2.ends
  GROUP BY
    1,
    2
  HAVING
    MIN(series.atom) < CAST('2026-01-01' AS DATE)
), days_2 /* and where its retail_quarter starts */ AS (
  SELECT
    days.*,
    calendar_1.quarter_start AS retail_quarter_starts
  FROM days
  LEFT JOIN retail_calendar_rows AS calendar_1
    ON calendar_1.day = CAST(days.ends - INTERVAL '1' DAY AS DATE)
), orders_scan /* retail_quarter_to_date_sum_n */ AS (
  SELECT
    days_2.retail_period AS retail_period,
    days_2.day AS day,
    SUM(orders.n) AS retail_quarter_to_date_sum_n
  FROM orders
  JOIN days_2
    ON orders.ordered_on >= days_2.retail_quarter_starts
    AND orders.ordered_on < days_2.ends
  GROUP BY
    1,
    2
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.retail_period,
    stacked.day,
    MAX(stacked.retail_quarter_to_date_sum_n) AS retail_quarter_to_date_sum_n
  FROM (
    SELECT
      orders_scan.retail_period AS retail_period,
      orders_scan.day AS day,
      orders_scan.retail_quarter_to_date_sum_n AS retail_quarter_to_date_sum_n
    FROM orders_scan
    UNION ALL
    SELECT
      days_2.retail_period AS retail_period,
      days_2.day AS day,
      NULL AS retail_quarter_to_date_sum_n
    FROM days_2
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_day /* avg_per_day */ AS (
  SELECT
    rows_per_key.retail_period AS retail_period,
    AVG(COALESCE(rows_per_key.retail_quarter_to_date_sum_n, 0)) AS avg_per_day
  FROM rows_per_key
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.retail_period,
    MAX(stacked.avg_per_day) AS avg_per_day
  FROM (
    SELECT
      orders_groups_scan.retail_period AS retail_period,
      NULL AS avg_per_day
    FROM orders_groups_scan
    UNION ALL
    SELECT
      values_per_day.retail_period AS retail_period,
      values_per_day.avg_per_day AS avg_per_day
    FROM values_per_day
    UNION ALL
    SELECT
      retail_periods_2.retail_period AS retail_period,
      NULL AS avg_per_day
    FROM retail_periods_2
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.retail_period AS retail_period,
  answer.avg_per_day AS mean,
  calendar_periods.last_day AS retail_period_last_day
FROM answer
LEFT JOIN (
  SELECT
    calendar.period_start AS retail_period,
    MAX(calendar.day) AS last_day
  FROM retail_calendar_rows AS calendar
  GROUP BY
    1
) AS calendar_periods
  ON calendar_periods.retail_period = answer.retail_period
ORDER BY
  answer.retail_period NULLS LAST;
-- postgres:
--   -    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(calendar.day) + INTERVAL '1 DAY' AS DATE) AS ends
--   -    ON calendar_1.day = CAST(retail_periods.ends - INTERVAL '1' DAY AS DATE)
--   +    ON calendar_1.day = CAST(retail_periods.ends - INTERVAL '1 DAY' AS DATE)
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST((
--   -            SELECT
--   -              first_period
--   -            FROM extent_2
--   -          ) - INTERVAL '1' DAY AS DATE),
--   -          CAST((
--   -            SELECT
--   -              last_period
--   -            FROM extent_2
--   -          ) + INTERVAL '1' DAY AS DATE),
--   -          INTERVAL '1' DAY
--   -        )
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST((
--   +        SELECT
--   +          first_period
--   +        FROM extent_2
--   +      ) - INTERVAL '1 DAY' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST((
--   +        SELECT
--   +          last_period
--   +        FROM extent_2
--   +      ) + INTERVAL '1 DAY' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    ON calendar_1.day = CAST(days.ends - INTERVAL '1' DAY AS DATE)
--   +    ON calendar_1.day = CAST(days.ends - INTERVAL '1 DAY' AS DATE)
--   -      NULL AS retail_quarter_to_date_sum_n
--   +      CAST(NULL AS DECIMAL) AS retail_quarter_to_date_sum_n
--   -    AVG(COALESCE(rows_per_key.retail_quarter_to_date_sum_n, 0)) AS avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key.retail_quarter_to_date_sum_n, 0) AS DOUBLE PRECISION)) AS avg_per_day
--   -      NULL AS avg_per_day
--   +      CAST(NULL AS DECIMAL) AS avg_per_day
--   -      NULL AS avg_per_day
--   +      CAST(NULL AS DECIMAL) AS avg_per_day
--   -  answer.retail_period NULLS LAST
--   +  answer.retail_period ASC
-- snowflake:
--   -WITH retail_calendar_rows /* retail_calendar, as the catalog selects them */ AS (
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
--   +), retail_calendar_rows /* retail_calendar, as the catalog selects them */ AS (
--   -    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(calendar.day)) AS ends
--   -    ON calendar_1.day = CAST(retail_periods.ends - INTERVAL '1' DAY AS DATE)
--   +    ON calendar_1.day = DATEADD(DAY, -1, retail_periods.ends)
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST((
--   +      DATEADD(DAY, numbers.n, DATEADD(DAY, -1, (
--   +        SELECT
--   +          first_period
--   +        FROM extent_2
--   +      ))) AS atom
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
--   +          (
--   +            (
--   +              (
--   +                (
--   +                  d1.d * 10 <= DATEDIFF(
--   +                    DAY,
--   +                    DATEADD(DAY, -1, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent_2
--   +                    )),
--   +                    DATEADD(DAY, 1, (
--   +                      SELECT
--   +                        last_period
--   +                      FROM extent_2
--   +                    ))
--   +                  )
--   +                  AND d2.d * 100 <= DATEDIFF(
--   +                    DAY,
--   +                    DATEADD(DAY, -1, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent_2
--   +                    )),
--   +                    DATEADD(DAY, 1, (
--   +                      SELECT
--   +                        last_period
--   +                      FROM extent_2
--   +                    ))
--   +                  )
--   +                )
--   +                AND d3.d * 1000 <= DATEDIFF(
--   +                  DAY,
--   +                  DATEADD(DAY, -1, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent_2
--   +                  )),
--   +                  DATEADD(DAY, 1, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent_2
--   +                  ))
--   +                )
--   +              )
--   +              AND d4.d * 10000 <= DATEDIFF(
--   +                DAY,
--   +                DATEADD(DAY, -1, (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent_2
--   +                )),
--   +                DATEADD(DAY, 1, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent_2
--   +                ))
--   +              )
--   +            )
--   +            AND d5.d * 100000 <= DATEDIFF(
--   +              DAY,
--   +              DATEADD(DAY, -1, (
--   +                SELECT
--   +                  first_period
--   +                FROM extent_2
--   +              )),
--   +              DATEADD(DAY, 1, (
--   +                SELECT
--   +                  last_period
--   +                FROM extent_2
--   +              ))
--   +            )
--   +          )
--   +          AND d6.d * 1000000 <= DATEDIFF(
--   +            DAY,
--   +            DATEADD(DAY, -1, (
--   +              SELECT
--   +                first_period
--   +              FROM extent_2
--   +            )),
--   +            DATEADD(DAY, 1, (
--   +              SELECT
--   +                last_period
--   +              FROM extent_2
--   +            ))
--   +          )
--   +        )
--   +        AND (
--   +          d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +        ) <= DATEDIFF(
--   +          DAY,
--   +          DATEADD(DAY, -1, (
--   -          ) - INTERVAL '1' DAY AS DATE),
--   -          CAST((
--   +          )),
--   +          DATEADD(DAY, 1, (
--   -          ) + INTERVAL '1' DAY AS DATE),
--   -          INTERVAL '1' DAY
--   +          ))
--   -      ) AS DATE) AS atom
--   +    ) AS numbers
--   -    MIN(series.atom) < CAST('2026-01-01' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2026-01-01', 'YYYY-MM-DD')
--   -    ON calendar_1.day = CAST(days.ends - INTERVAL '1' DAY AS DATE)
--   +    ON calendar_1.day = DATEADD(DAY, -1, days.ends)
--   -      NULL AS retail_quarter_to_date_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS retail_quarter_to_date_sum_n
--   -    AVG(COALESCE(rows_per_key.retail_quarter_to_date_sum_n, 0)) AS avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key.retail_quarter_to_date_sum_n, 0) AS DOUBLE)) AS avg_per_day
--   -      NULL AS avg_per_day
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_day
--   -      NULL AS avg_per_day
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_day

-- to date in them by hour
--   to_date(total, retail_quarter) as qtd by hour for 2025-05-03 to 2025-05-04 having qtd > 60 order by qtd, hour limit 25
WITH hours /* every hour, from `starts` to before `ends` */ AS (
  SELECT
    series.hour,
    CASE
      WHEN series.hour IS NULL OR CAST('2025-05-03 00:00:00' AS TIMESTAMP) IS NULL
      THEN NULL
      ELSE GREATEST(series.hour, CAST('2025-05-03 00:00:00' AS TIMESTAMP))
    END AS starts,
    CASE
      WHEN (
        series.hour + INTERVAL '1' HOUR
      ) IS NULL
      OR CAST('2025-05-05 00:00:00' AS TIMESTAMP) IS NULL
      THEN NULL
      ELSE LEAST(series.hour + INTERVAL '1' HOUR, CAST('2025-05-05 00:00:00' AS TIMESTAMP))
    END AS ends
  FROM (
    SELECT
      UNNEST(
        GENERATE_SERIES(
          CAST('2025-05-03 00:00:00' AS TIMESTAMP),
          CAST('2025-05-04 23:00:00' AS TIMESTAMP),
          INTERVAL '1' HOUR
        )
      ) AS hour
  ) AS series
), retail_calendar_rows /* retail_calendar, as the catalog selects them */ AS (
  SELECT DISTINCT
    day,
    period_start,
    quarter_start
  FROM retail_days
), hours_2 /* and where its retail_quarter starts */ AS (
  SELECT
    hours.*,
    calendar_1.quarter_start AS retail_quarter_starts
  FROM hours
  LEFT JOIN retail_calendar_rows AS calendar_1
    ON calendar_1.day = CAST(hours.ends - INTERVAL '1' SECOND AS DATE)
), orders_scan /* retail_quarter_to_date_sum_n */ AS (
  SELECT
    hours_2.hour AS hour,
    SUM(orders.n) AS retail_quarter_to_date_sum_n
  FROM orders
  JOIN hours_2
    ON orders.ordered_on >= hours_2.retail_quarter_starts
    AND CAST(orders.ordered_on AS TIMESTAMP) < hours_2.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.hour,
    MAX(stacked.retail_quarter_to_date_sum_n) AS retail_quarter_to_date_sum_n
  FROM (
    SELECT
      orders_scan.hour AS hour,
      orders_scan.retail_quarter_to_date_sum_n AS retail_quarter_to_date_sum_n
    FROM orders_scan
    UNION ALL
    SELECT
      hours_2.hour AS hour,
      NULL AS retail_quarter_to_date_sum_n
    FROM hours_2
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.hour AS hour,
  COALESCE(answer.retail_quarter_to_date_sum_n, 0) AS qtd
FROM answer
WHERE
  COALESCE(answer.retail_quarter_to_date_sum_n, 0) > 60
ORDER BY
  COALESCE(answer.retail_quarter_to_date_sum_n, 0) NULLS LAST,
  answer.hour NULLS LAST,
  answer.hour NULLS LAST
LIMIT 25;
-- postgres:
--   -    CASE
--   -      WHEN series.hour IS NULL OR CAST('2025-05-03 00:00:00' AS TIMESTAMP) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(series.hour, CAST('2025-05-03 00:00:00' AS TIMESTAMP))
--   -    END AS starts,
--   -    CASE
--   -      WHEN (
--   -        series.hour + INTERVAL '1' HOUR
--   -      ) IS NULL
--   -      OR CAST('2025-05-05 00:00:00' AS TIMESTAMP) IS NULL
--   -      THEN NULL
--   -      ELSE LEAST(series.hour + INTERVAL '1' HOUR, CAST('2025-05-05 00:00:00' AS TIMESTAMP))
--   -    END AS ends
--   +    GREATEST(series.hour, CAST('2025-05-03 00:00:00' AS TIMESTAMP)) AS starts,
--   +    LEAST(series.hour + INTERVAL '1 HOUR', CAST('2025-05-05 00:00:00' AS TIMESTAMP)) AS ends
--   -      UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST('2025-05-03 00:00:00' AS TIMESTAMP),
--   -          CAST('2025-05-04 23:00:00' AS TIMESTAMP),
--   -          INTERVAL '1' HOUR
--   -        )
--   -      ) AS hour
--   +      CAST(series.start AS TIMESTAMP) AS hour
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-05-03 00:00:00' AS TIMESTAMP) AS TIMESTAMP),
--   +      CAST(CAST('2025-05-04 23:00:00' AS TIMESTAMP) AS TIMESTAMP),
--   +      INTERVAL '1 HOUR'
--   +    ) AS series(start)
--   -    ON calendar_1.day = CAST(hours.ends - INTERVAL '1' SECOND AS DATE)
--   +    ON calendar_1.day = CAST(hours.ends - INTERVAL '1 SECOND' AS DATE)
--   -      NULL AS retail_quarter_to_date_sum_n
--   +      CAST(NULL AS DECIMAL) AS retail_quarter_to_date_sum_n
--   -  COALESCE(answer.retail_quarter_to_date_sum_n, 0) NULLS LAST,
--   -  answer.hour NULLS LAST,
--   -  answer.hour NULLS LAST
--   +  COALESCE(answer.retail_quarter_to_date_sum_n, 0) ASC,
--   +  answer.hour ASC,
--   +  answer.hour ASC
-- snowflake:
--   -    CASE
--   -      WHEN series.hour IS NULL OR CAST('2025-05-03 00:00:00' AS TIMESTAMP) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(series.hour, CAST('2025-05-03 00:00:00' AS TIMESTAMP))
--   -    END AS starts,
--   -    CASE
--   -      WHEN (
--   -        series.hour + INTERVAL '1' HOUR
--   -      ) IS NULL
--   -      OR CAST('2025-05-05 00:00:00' AS TIMESTAMP) IS NULL
--   -      THEN NULL
--   -      ELSE LEAST(series.hour + INTERVAL '1' HOUR, CAST('2025-05-05 00:00:00' AS TIMESTAMP))
--   -    END AS ends
--   +    GREATEST(series.hour, TO_TIMESTAMP_NTZ('2025-05-03 00:00:00', 'YYYY-MM-DD HH24:MI:SS')) AS starts,
--   +    LEAST(
--   +      DATEADD(HOUR, 1, series.hour),
--   +      TO_TIMESTAMP_NTZ('2025-05-05 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    ) AS ends
--   -      UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST('2025-05-03 00:00:00' AS TIMESTAMP),
--   -          CAST('2025-05-04 23:00:00' AS TIMESTAMP),
--   -          INTERVAL '1' HOUR
--   -        )
--   -      ) AS hour
--   +      DATEADD(HOUR, numbers.n, TO_TIMESTAMP_NTZ('2025-05-03 00:00:00', 'YYYY-MM-DD HH24:MI:SS')) AS hour
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 48))
--   +    ) AS numbers
--   -    ON calendar_1.day = CAST(hours.ends - INTERVAL '1' SECOND AS DATE)
--   +    ON calendar_1.day = CAST(DATEADD(SECOND, -1, hours.ends) AS DATE)
--   -    AND CAST(orders.ordered_on AS TIMESTAMP) < hours_2.ends
--   +    AND CAST(orders.ordered_on AS TIMESTAMP_NTZ) < hours_2.ends
--   -      NULL AS retail_quarter_to_date_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS retail_quarter_to_date_sum_n

-- four weeks before
--   prior(total, 28 days) as before by retail_period
WITH retail_calendar_rows /* retail_calendar, as the catalog selects them */ AS (
  SELECT DISTINCT
    day,
    period_start,
    quarter_start
  FROM retail_days
), extent /* the first and last retail_period with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(calendar.period_start) AS first_period,
      MAX(calendar.period_start) AS last_period
    FROM orders
    LEFT JOIN retail_calendar_rows AS calendar
      ON calendar.day = orders.ordered_on
  ) AS extents
), orders_prior_scan /* prior_sum_n */ AS (
  SELECT
    calendar.period_start AS retail_period,
    SUM(orders.n) AS prior_sum_n
  FROM orders
  LEFT JOIN retail_calendar_rows AS calendar
    ON calendar.day = CAST(orders.ordered_on + INTERVAL '28' DAY AS DATE)
  WHERE
    (
      CAST(orders.ordered_on + INTERVAL '28' DAY AS DATE) IS NULL
      OR (
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
      )
    )
  GROUP BY
    1
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
    MAX(stacked.prior_sum_n) AS prior_sum_n
  FROM (
    SELECT
      orders_prior_scan.retail_period AS retail_period,
      orders_prior_scan.prior_sum_n AS prior_sum_n
    FROM orders_prior_scan
    UNION ALL
    SELECT
      retail_periods.retail_period AS retail_period,
      NULL AS prior_sum_n
    FROM retail_periods
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.retail_period AS retail_period,
  COALESCE(answer.prior_sum_n, 0) AS before,
  calendar_periods.last_day AS retail_period_last_day
FROM answer
LEFT JOIN (
  SELECT
    calendar.period_start AS retail_period,
    MAX(calendar.day) AS last_day
  FROM retail_calendar_rows AS calendar
  GROUP BY
    1
) AS calendar_periods
  ON calendar_periods.retail_period = answer.retail_period
ORDER BY
  answer.retail_period NULLS LAST;
-- postgres:
--   -    ON calendar.day = CAST(orders.ordered_on + INTERVAL '28' DAY AS DATE)
--   +    ON calendar.day = CAST(orders.ordered_on + INTERVAL '28 DAY' AS DATE)
--   -      CAST(orders.ordered_on + INTERVAL '28' DAY AS DATE) IS NULL
--   +      CAST(orders.ordered_on + INTERVAL '28 DAY' AS DATE) IS NULL
--   -    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(calendar.day) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      NULL AS prior_sum_n
--   +      CAST(NULL AS DECIMAL) AS prior_sum_n
--   -  answer.retail_period NULLS LAST
--   +  answer.retail_period ASC
-- snowflake:
--   -    ON calendar.day = CAST(orders.ordered_on + INTERVAL '28' DAY AS DATE)
--   +    ON calendar.day = DATEADD(DAY, 28, orders.ordered_on)
--   -      CAST(orders.ordered_on + INTERVAL '28' DAY AS DATE) IS NULL
--   +      DATEADD(DAY, 28, orders.ordered_on) IS NULL
--   -    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(calendar.day)) AS ends
--   -      NULL AS prior_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_n
