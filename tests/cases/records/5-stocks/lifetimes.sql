-- at start + begun - ended = at end, at start is at end of the month before
--   at_start, begun, ended, at_end, at_start + begun - ended - at_end as difference by month for 2025-01 to 2025-04
WITH customers_by_months /* at_start by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS last_month,
    COUNT(*) AS at_start
  FROM customers
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
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), customers_at_start_scan /* at_start */ AS (
  SELECT
    months.month AS month,
    SUM(customers_by_months.at_start) AS at_start
  FROM customers_by_months
  INNER JOIN months
    ON customers_by_months.first_month < months.starts
    AND (
      customers_by_months.last_month IS NULL
      OR customers_by_months.last_month >= months.starts
    )
  GROUP BY
    1
), customers_scan /* begun */ AS (
  SELECT
    CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) AS month,
    COUNT(*) AS begun
  FROM customers
  WHERE
    customers.joined_on >= CAST('2025-01-01' AS DATE)
    AND customers.joined_on < CAST('2025-05-01' AS DATE)
  GROUP BY
    1
), customers_scan_2 /* ended */ AS (
  SELECT
    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS month,
    COUNT(*) AS ended
  FROM customers
  WHERE
    customers.left_on >= CAST('2025-01-01' AS DATE)
    AND customers.left_on < CAST('2025-05-01' AS DATE)
  GROUP BY
    1
), customers_by_months_2 /* at_end by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS last_month,
    COUNT(*) AS at_end
  FROM customers
  GROUP BY
    1,
    2
), customers_at_end_scan /* at_end */ AS (
  SELECT
    months.month AS month,
    SUM(customers_by_months_2.at_end) AS at_end
  FROM customers_by_months_2
  INNER JOIN months
    ON customers_by_months_2.first_month < months.ends
    AND (
      customers_by_months_2.last_month IS NULL
      OR customers_by_months_2.last_month >= months.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.at_start) AS at_start,
    MAX(stacked.begun) AS begun,
    MAX(stacked.ended) AS ended,
    MAX(stacked.at_end) AS at_end
  FROM (
    SELECT
      customers_at_start_scan.month AS month,
      customers_at_start_scan.at_start AS at_start,
      NULL AS begun,
      NULL AS ended,
      NULL AS at_end
    FROM customers_at_start_scan
    UNION ALL
    SELECT
      customers_scan.month AS month,
      NULL AS at_start,
      customers_scan.begun AS begun,
      NULL AS ended,
      NULL AS at_end
    FROM customers_scan
    UNION ALL
    SELECT
      customers_scan_2.month AS month,
      NULL AS at_start,
      NULL AS begun,
      customers_scan_2.ended AS ended,
      NULL AS at_end
    FROM customers_scan_2
    UNION ALL
    SELECT
      customers_at_end_scan.month AS month,
      NULL AS at_start,
      NULL AS begun,
      NULL AS ended,
      customers_at_end_scan.at_end AS at_end
    FROM customers_at_end_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS at_start,
      NULL AS begun,
      NULL AS ended,
      NULL AS at_end
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.at_start, 0) AS at_start,
  COALESCE(answer.begun, 0) AS begun,
  COALESCE(answer.ended, 0) AS ended,
  COALESCE(answer.at_end, 0) AS at_end,
  COALESCE(answer.at_start, 0) + COALESCE(answer.begun, 0) - COALESCE(answer.ended, 0) - COALESCE(answer.at_end, 0) AS difference
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.joined_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.left_on AS TIMESTAMP)) AS DATE) AS last_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.joined_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.left_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.joined_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.left_on AS TIMESTAMP)) AS DATE) AS last_month,
--   -      NULL AS begun,
--   -      NULL AS ended,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL) AS begun,
--   +      CAST(NULL AS DECIMAL) AS ended,
--   +      CAST(NULL AS DECIMAL) AS at_end
--   -      NULL AS at_start,
--   +      CAST(NULL AS DECIMAL) AS at_start,
--   -      NULL AS ended,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL) AS ended,
--   +      CAST(NULL AS DECIMAL) AS at_end
--   -      NULL AS at_start,
--   -      NULL AS begun,
--   +      CAST(NULL AS DECIMAL) AS at_start,
--   +      CAST(NULL AS DECIMAL) AS begun,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL) AS at_end
--   -      NULL AS at_start,
--   -      NULL AS begun,
--   -      NULL AS ended,
--   +      CAST(NULL AS DECIMAL) AS at_start,
--   +      CAST(NULL AS DECIMAL) AS begun,
--   +      CAST(NULL AS DECIMAL) AS ended,
--   -      NULL AS at_start,
--   -      NULL AS begun,
--   -      NULL AS ended,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL) AS at_start,
--   +      CAST(NULL AS DECIMAL) AS begun,
--   +      CAST(NULL AS DECIMAL) AS ended,
--   +      CAST(NULL AS DECIMAL) AS at_end
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 4))
--   +    ) AS numbers
--   -    customers.joined_on >= CAST('2025-01-01' AS DATE)
--   -    AND customers.joined_on < CAST('2025-05-01' AS DATE)
--   +    customers.joined_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND customers.joined_on < TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   -    customers.left_on >= CAST('2025-01-01' AS DATE)
--   -    AND customers.left_on < CAST('2025-05-01' AS DATE)
--   +    customers.left_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND customers.left_on < TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   -      NULL AS begun,
--   -      NULL AS ended,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS begun,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS ended,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_end
--   -      NULL AS at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_start,
--   -      NULL AS ended,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS ended,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_end
--   -      NULL AS at_start,
--   -      NULL AS begun,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS begun,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_end
--   -      NULL AS at_start,
--   -      NULL AS begun,
--   -      NULL AS ended,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS begun,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS ended,
--   -      NULL AS at_start,
--   -      NULL AS begun,
--   -      NULL AS ended,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS begun,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS ended,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_end

-- times need not be among the fields
--   count(members) as begun, count(members on left_on) as ended, count(members where region = 'north' at end) as north, max(members.left_on) as latest by month for 2025-01 to 2025-03
WITH members_scan /* count_members, max_left_on */ AS (
  SELECT
    CAST(DATE_TRUNC('month', members.joined_on) AS DATE) AS month,
    COUNT(*) AS count_members,
    MAX(members.left_on) AS max_left_on
  FROM customers AS members
  WHERE
    members.joined_on >= CAST('2025-01-01' AS DATE)
    AND members.joined_on < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
), members_scan_2 /* count_members_2 */ AS (
  SELECT
    CAST(DATE_TRUNC('month', members.left_on) AS DATE) AS month,
    COUNT(*) AS count_members_2
  FROM customers AS members
  WHERE
    members.left_on >= CAST('2025-01-01' AS DATE)
    AND members.left_on < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
), members_by_months /* count_members_at_end by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', members.joined_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', members.left_on) AS DATE) AS last_month,
    COUNT(*) FILTER(WHERE
      members.region = 'north') AS count_members_at_end
  FROM customers AS members
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
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), members_at_end_scan /* count_members_at_end */ AS (
  SELECT
    months.month AS month,
    SUM(members_by_months.count_members_at_end) AS count_members_at_end
  FROM members_by_months
  INNER JOIN months
    ON members_by_months.first_month < months.ends
    AND (
      members_by_months.last_month IS NULL
      OR members_by_months.last_month >= months.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.count_members) AS count_members,
    MAX(stacked.count_members_2) AS count_members_2,
    MAX(stacked.count_members_at_end) AS count_members_at_end,
    MAX(stacked.max_left_on) AS max_left_on
  FROM (
    SELECT
      members_scan.month AS month,
      members_scan.count_members AS count_members,
      NULL AS count_members_2,
      NULL AS count_members_at_end,
      members_scan.max_left_on AS max_left_on
    FROM members_scan
    UNION ALL
    SELECT
      members_scan_2.month AS month,
      NULL AS count_members,
      members_scan_2.count_members_2 AS count_members_2,
      NULL AS count_members_at_end,
      NULL AS max_left_on
    FROM members_scan_2
    UNION ALL
    SELECT
      members_at_end_scan.month AS month,
      NULL AS count_members,
      NULL AS count_members_2,
      members_at_end_scan.count_members_at_end AS count_members_at_end,
      NULL AS max_left_on
    FROM members_at_end_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS count_members,
      NULL AS count_members_2,
      NULL AS count_members_at_end,
      NULL AS max_left_on
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.count_members, 0) AS begun,
  COALESCE(answer.count_members_2, 0) AS ended,
  COALESCE(answer.count_members_at_end, 0) AS north,
  answer.max_left_on AS latest
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', members.joined_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(members.joined_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', members.left_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(members.left_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', members.joined_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', members.left_on) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(members.joined_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(members.left_on AS TIMESTAMP)) AS DATE) AS last_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS count_members_2,
--   -      NULL AS count_members_at_end,
--   +      CAST(NULL AS DECIMAL) AS count_members_2,
--   +      CAST(NULL AS DECIMAL) AS count_members_at_end,
--   -      NULL AS count_members,
--   +      CAST(NULL AS DECIMAL) AS count_members,
--   -      NULL AS count_members_at_end,
--   -      NULL AS max_left_on
--   +      CAST(NULL AS DECIMAL) AS count_members_at_end,
--   +      CAST(NULL AS DATE) AS max_left_on
--   -      NULL AS count_members,
--   -      NULL AS count_members_2,
--   +      CAST(NULL AS DECIMAL) AS count_members,
--   +      CAST(NULL AS DECIMAL) AS count_members_2,
--   -      NULL AS max_left_on
--   +      CAST(NULL AS DATE) AS max_left_on
--   -      NULL AS count_members,
--   -      NULL AS count_members_2,
--   -      NULL AS count_members_at_end,
--   -      NULL AS max_left_on
--   +      CAST(NULL AS DECIMAL) AS count_members,
--   +      CAST(NULL AS DECIMAL) AS count_members_2,
--   +      CAST(NULL AS DECIMAL) AS count_members_at_end,
--   +      CAST(NULL AS DATE) AS max_left_on
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    members.joined_on >= CAST('2025-01-01' AS DATE)
--   -    AND members.joined_on < CAST('2025-04-01' AS DATE)
--   +    members.joined_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND members.joined_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    members.left_on >= CAST('2025-01-01' AS DATE)
--   -    AND members.left_on < CAST('2025-04-01' AS DATE)
--   +    members.left_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND members.left_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    COUNT(*) FILTER(WHERE
--   -      members.region = 'north') AS count_members_at_end
--   +    COUNT(CASE WHEN members.region = 'north' THEN 1 END) AS count_members_at_end
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +    ) AS numbers
--   -      NULL AS count_members_2,
--   -      NULL AS count_members_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_members_2,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_members_at_end,
--   -      NULL AS count_members,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_members,
--   -      NULL AS count_members_at_end,
--   -      NULL AS max_left_on
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_members_at_end,
--   +      CAST(NULL AS DATE) AS max_left_on
--   -      NULL AS count_members,
--   -      NULL AS count_members_2,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_members,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_members_2,
--   -      NULL AS max_left_on
--   +      CAST(NULL AS DATE) AS max_left_on
--   -      NULL AS count_members,
--   -      NULL AS count_members_2,
--   -      NULL AS count_members_at_end,
--   -      NULL AS max_left_on
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_members,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_members_2,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_members_at_end,
--   +      CAST(NULL AS DATE) AS max_left_on

-- the same by quarter
--   at_start, begun, ended, at_end by quarter for 2025-01-01 to 2025-06-30
WITH customers_by_quarters /* at_start by the quarters in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', customers.joined_on) AS DATE) AS first_quarter,
    CAST(DATE_TRUNC('quarter', customers.left_on) AS DATE) AS last_quarter,
    COUNT(*) AS at_start
  FROM customers
  GROUP BY
    1,
    2
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
), customers_at_start_scan /* at_start */ AS (
  SELECT
    quarters.quarter AS quarter,
    SUM(customers_by_quarters.at_start) AS at_start
  FROM customers_by_quarters
  INNER JOIN quarters
    ON customers_by_quarters.first_quarter < quarters.starts
    AND (
      customers_by_quarters.last_quarter IS NULL
      OR customers_by_quarters.last_quarter >= quarters.starts
    )
  GROUP BY
    1
), customers_scan /* begun */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', customers.joined_on) AS DATE) AS quarter,
    COUNT(*) AS begun
  FROM customers
  WHERE
    customers.joined_on >= CAST('2025-01-01' AS DATE)
    AND customers.joined_on < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), customers_scan_2 /* ended */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', customers.left_on) AS DATE) AS quarter,
    COUNT(*) AS ended
  FROM customers
  WHERE
    customers.left_on >= CAST('2025-01-01' AS DATE)
    AND customers.left_on < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), customers_by_quarters_2 /* at_end by the quarters in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', customers.joined_on) AS DATE) AS first_quarter,
    CAST(DATE_TRUNC('quarter', customers.left_on) AS DATE) AS last_quarter,
    COUNT(*) AS at_end
  FROM customers
  GROUP BY
    1,
    2
), customers_at_end_scan /* at_end */ AS (
  SELECT
    quarters.quarter AS quarter,
    SUM(customers_by_quarters_2.at_end) AS at_end
  FROM customers_by_quarters_2
  INNER JOIN quarters
    ON customers_by_quarters_2.first_quarter < quarters.ends
    AND (
      customers_by_quarters_2.last_quarter IS NULL
      OR customers_by_quarters_2.last_quarter >= quarters.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.quarter,
    MAX(stacked.at_start) AS at_start,
    MAX(stacked.begun) AS begun,
    MAX(stacked.ended) AS ended,
    MAX(stacked.at_end) AS at_end
  FROM (
    SELECT
      customers_at_start_scan.quarter AS quarter,
      customers_at_start_scan.at_start AS at_start,
      NULL AS begun,
      NULL AS ended,
      NULL AS at_end
    FROM customers_at_start_scan
    UNION ALL
    SELECT
      customers_scan.quarter AS quarter,
      NULL AS at_start,
      customers_scan.begun AS begun,
      NULL AS ended,
      NULL AS at_end
    FROM customers_scan
    UNION ALL
    SELECT
      customers_scan_2.quarter AS quarter,
      NULL AS at_start,
      NULL AS begun,
      customers_scan_2.ended AS ended,
      NULL AS at_end
    FROM customers_scan_2
    UNION ALL
    SELECT
      customers_at_end_scan.quarter AS quarter,
      NULL AS at_start,
      NULL AS begun,
      NULL AS ended,
      customers_at_end_scan.at_end AS at_end
    FROM customers_at_end_scan
    UNION ALL
    SELECT
      quarters.quarter AS quarter,
      NULL AS at_start,
      NULL AS begun,
      NULL AS ended,
      NULL AS at_end
    FROM quarters
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.quarter AS quarter,
  COALESCE(answer.at_start, 0) AS at_start,
  COALESCE(answer.begun, 0) AS begun,
  COALESCE(answer.ended, 0) AS ended,
  COALESCE(answer.at_end, 0) AS at_end
FROM answer
ORDER BY
  answer.quarter NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('quarter', customers.joined_on) AS DATE) AS first_quarter,
--   -    CAST(DATE_TRUNC('quarter', customers.left_on) AS DATE) AS last_quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(customers.joined_on AS TIMESTAMP)) AS DATE) AS first_quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(customers.left_on AS TIMESTAMP)) AS DATE) AS last_quarter,
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
--   -    CAST(DATE_TRUNC('quarter', customers.joined_on) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(customers.joined_on AS TIMESTAMP)) AS DATE) AS quarter,
--   -    CAST(DATE_TRUNC('quarter', customers.left_on) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(customers.left_on AS TIMESTAMP)) AS DATE) AS quarter,
--   -    CAST(DATE_TRUNC('quarter', customers.joined_on) AS DATE) AS first_quarter,
--   -    CAST(DATE_TRUNC('quarter', customers.left_on) AS DATE) AS last_quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(customers.joined_on AS TIMESTAMP)) AS DATE) AS first_quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(customers.left_on AS TIMESTAMP)) AS DATE) AS last_quarter,
--   -      NULL AS begun,
--   -      NULL AS ended,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL) AS begun,
--   +      CAST(NULL AS DECIMAL) AS ended,
--   +      CAST(NULL AS DECIMAL) AS at_end
--   -      NULL AS at_start,
--   +      CAST(NULL AS DECIMAL) AS at_start,
--   -      NULL AS ended,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL) AS ended,
--   +      CAST(NULL AS DECIMAL) AS at_end
--   -      NULL AS at_start,
--   -      NULL AS begun,
--   +      CAST(NULL AS DECIMAL) AS at_start,
--   +      CAST(NULL AS DECIMAL) AS begun,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL) AS at_end
--   -      NULL AS at_start,
--   -      NULL AS begun,
--   -      NULL AS ended,
--   +      CAST(NULL AS DECIMAL) AS at_start,
--   +      CAST(NULL AS DECIMAL) AS begun,
--   +      CAST(NULL AS DECIMAL) AS ended,
--   -      NULL AS at_start,
--   -      NULL AS begun,
--   -      NULL AS ended,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL) AS at_start,
--   +      CAST(NULL AS DECIMAL) AS begun,
--   +      CAST(NULL AS DECIMAL) AS ended,
--   +      CAST(NULL AS DECIMAL) AS at_end
--   -  answer.quarter NULLS LAST
--   +  answer.quarter ASC
-- snowflake:
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
--   -    customers.joined_on >= CAST('2025-01-01' AS DATE)
--   -    AND customers.joined_on < CAST('2025-07-01' AS DATE)
--   +    customers.joined_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND customers.joined_on < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    customers.left_on >= CAST('2025-01-01' AS DATE)
--   -    AND customers.left_on < CAST('2025-07-01' AS DATE)
--   +    customers.left_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND customers.left_on < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -      NULL AS begun,
--   -      NULL AS ended,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS begun,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS ended,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_end
--   -      NULL AS at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_start,
--   -      NULL AS ended,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS ended,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_end
--   -      NULL AS at_start,
--   -      NULL AS begun,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS begun,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_end
--   -      NULL AS at_start,
--   -      NULL AS begun,
--   -      NULL AS ended,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS begun,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS ended,
--   -      NULL AS at_start,
--   -      NULL AS begun,
--   -      NULL AS ended,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS begun,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS ended,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_end

-- and by day
--   at_start, begun, ended, at_end by day for 2025-01-30 to 2025-02-01
WITH customers_by_days /* at_start by the days in which they begin and end */ AS (
  SELECT
    customers.joined_on AS first_day,
    customers.left_on AS last_day,
    COUNT(*) AS at_start
  FROM customers
  GROUP BY
    1,
    2
), days /* every day, from `starts` to before `ends` */ AS (
  SELECT
    series.day,
    series.day AS starts,
    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-30' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS day
  ) AS series
), customers_at_start_scan /* at_start */ AS (
  SELECT
    days.day AS day,
    SUM(customers_by_days.at_start) AS at_start
  FROM customers_by_days
  INNER JOIN days
    ON customers_by_days.first_day < days.starts
    AND (
      customers_by_days.last_day IS NULL OR customers_by_days.last_day >= days.starts
    )
  GROUP BY
    1
), customers_scan /* begun */ AS (
  SELECT
    customers.joined_on AS day,
    COUNT(*) AS begun
  FROM customers
  WHERE
    customers.joined_on >= CAST('2025-01-30' AS DATE)
    AND customers.joined_on < CAST('2025-02-02' AS DATE)
  GROUP BY
    1
), customers_scan_2 /* ended */ AS (
  SELECT
    customers.left_on AS day,
    COUNT(*) AS ended
  FROM customers
  WHERE
    customers.left_on >= CAST('2025-01-30' AS DATE)
    AND customers.left_on < CAST('2025-02-02' AS DATE)
  GROUP BY
    1
), customers_by_days_2 /* at_end by the days in which they begin and end */ AS (
  SELECT
    customers.joined_on AS first_day,
    customers.left_on AS last_day,
    COUNT(*) AS at_end
  FROM customers
  GROUP BY
    1,
    2
), customers_at_end_scan /* at_end */ AS (
  SELECT
    days.day AS day,
    SUM(customers_by_days_2.at_end) AS at_end
  FROM customers_by_days_2
  INNER JOIN days
    ON customers_by_days_2.first_day < days.ends
    AND (
      customers_by_days_2.last_day IS NULL OR customers_by_days_2.last_day >= days.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.at_start) AS at_start,
    MAX(stacked.begun) AS begun,
    MAX(stacked.ended) AS ended,
    MAX(stacked.at_end) AS at_end
  FROM (
    SELECT
      customers_at_start_scan.day AS day,
      customers_at_start_scan.at_start AS at_start,
      NULL AS begun,
      NULL AS ended,
      NULL AS at_end
    FROM customers_at_start_scan
    UNION ALL
    SELECT
      customers_scan.day AS day,
      NULL AS at_start,
      customers_scan.begun AS begun,
      NULL AS ended,
      NULL AS at_end
    FROM customers_scan
    UNION ALL
    SELECT
      customers_scan_2.day AS day,
      NULL AS at_start,
      NULL AS begun,
      customers_scan_2.ended AS ended,
      NULL AS at_end
    FROM customers_scan_2
    UNION ALL
    SELECT
      customers_at_end_scan.day AS day,
      NULL AS at_start,
      NULL AS begun,
      NULL AS ended,
      customers_at_end_scan.at_end AS at_end
    FROM customers_at_end_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS at_start,
      NULL AS begun,
      NULL AS ended,
      NULL AS at_end
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.at_start, 0) AS at_start,
  COALESCE(answer.begun, 0) AS begun,
  COALESCE(answer.ended, 0) AS ended,
  COALESCE(answer.at_end, 0) AS at_end
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-30' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(series.start AS DATE) AS day
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-30' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS begun,
--   -      NULL AS ended,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL) AS begun,
--   +      CAST(NULL AS DECIMAL) AS ended,
--   +      CAST(NULL AS DECIMAL) AS at_end
--   -      NULL AS at_start,
--   +      CAST(NULL AS DECIMAL) AS at_start,
--   -      NULL AS ended,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL) AS ended,
--   +      CAST(NULL AS DECIMAL) AS at_end
--   -      NULL AS at_start,
--   -      NULL AS begun,
--   +      CAST(NULL AS DECIMAL) AS at_start,
--   +      CAST(NULL AS DECIMAL) AS begun,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL) AS at_end
--   -      NULL AS at_start,
--   -      NULL AS begun,
--   -      NULL AS ended,
--   +      CAST(NULL AS DECIMAL) AS at_start,
--   +      CAST(NULL AS DECIMAL) AS begun,
--   +      CAST(NULL AS DECIMAL) AS ended,
--   -      NULL AS at_start,
--   -      NULL AS begun,
--   -      NULL AS ended,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL) AS at_start,
--   +      CAST(NULL AS DECIMAL) AS begun,
--   +      CAST(NULL AS DECIMAL) AS ended,
--   +      CAST(NULL AS DECIMAL) AS at_end
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, series.day) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-30' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-01-30', 'YYYY-MM-DD')) AS day
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +    ) AS numbers
--   -    customers.joined_on >= CAST('2025-01-30' AS DATE)
--   -    AND customers.joined_on < CAST('2025-02-02' AS DATE)
--   +    customers.joined_on >= TO_DATE('2025-01-30', 'YYYY-MM-DD')
--   +    AND customers.joined_on < TO_DATE('2025-02-02', 'YYYY-MM-DD')
--   -    customers.left_on >= CAST('2025-01-30' AS DATE)
--   -    AND customers.left_on < CAST('2025-02-02' AS DATE)
--   +    customers.left_on >= TO_DATE('2025-01-30', 'YYYY-MM-DD')
--   +    AND customers.left_on < TO_DATE('2025-02-02', 'YYYY-MM-DD')
--   -      NULL AS begun,
--   -      NULL AS ended,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS begun,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS ended,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_end
--   -      NULL AS at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_start,
--   -      NULL AS ended,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS ended,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_end
--   -      NULL AS at_start,
--   -      NULL AS begun,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS begun,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_end
--   -      NULL AS at_start,
--   -      NULL AS begun,
--   -      NULL AS ended,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS begun,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS ended,
--   -      NULL AS at_start,
--   -      NULL AS begun,
--   -      NULL AS ended,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS begun,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS ended,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_end

-- alive at any moment of the month
--   during by month for 2025-01 to 2025-04
WITH customers_by_months /* during by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS last_month,
    CASE
      WHEN customers.left_on = CAST(DATE_TRUNC('month', customers.left_on) AS DATE)
      THEN 1
      ELSE 0
    END AS on_boundary,
    COUNT(*) AS during
  FROM customers
  GROUP BY
    1,
    2,
    3
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), customers_during_scan /* during */ AS (
  SELECT
    months.month AS month,
    SUM(customers_by_months.during) AS during
  FROM customers_by_months
  INNER JOIN months
    ON customers_by_months.first_month <= months.starts
    AND (
      customers_by_months.last_month IS NULL
      OR customers_by_months.last_month > months.starts
      OR (
        customers_by_months.last_month = months.starts
        AND customers_by_months.on_boundary = 0
      )
      OR customers_by_months.first_month = months.starts
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.during) AS during
  FROM (
    SELECT
      customers_during_scan.month AS month,
      customers_during_scan.during AS during
    FROM customers_during_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS during
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.during, 0) AS during
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.joined_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.left_on AS TIMESTAMP)) AS DATE) AS last_month,
--   -      WHEN customers.left_on = CAST(DATE_TRUNC('month', customers.left_on) AS DATE)
--   +      WHEN customers.left_on = CAST(DATE_TRUNC('month', CAST(customers.left_on AS TIMESTAMP)) AS DATE)
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS during
--   +      CAST(NULL AS DECIMAL) AS during
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 4))
--   +    ) AS numbers
--   -      NULL AS during
--   +      CAST(NULL AS DECIMAL(1, 0)) AS during

-- churn rate, lost by those at the start
--   churn_rate by month for 2025-01 to 2025-04
WITH customers_scan /* count_customers */ AS (
  SELECT
    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS month,
    COUNT(*) AS count_customers
  FROM customers
  WHERE
    customers.left_on >= CAST('2025-01-01' AS DATE)
    AND customers.left_on < CAST('2025-05-01' AS DATE)
  GROUP BY
    1
), customers_by_months /* count_customers_at_start by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS last_month,
    COUNT(*) AS count_customers_at_start
  FROM customers
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
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), customers_at_start_scan /* count_customers_at_start */ AS (
  SELECT
    months.month AS month,
    SUM(customers_by_months.count_customers_at_start) AS count_customers_at_start
  FROM customers_by_months
  INNER JOIN months
    ON customers_by_months.first_month < months.starts
    AND (
      customers_by_months.last_month IS NULL
      OR customers_by_months.last_month >= months.starts
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.count_customers) AS count_customers,
    MAX(stacked.count_customers_at_start) AS count_customers_at_start
  FROM (
    SELECT
      customers_scan.month AS month,
      customers_scan.count_customers AS count_customers,
      NULL AS count_customers_at_start
    FROM customers_scan
    UNION ALL
    SELECT
      customers_at_start_scan.month AS month,
      NULL AS count_customers,
      customers_at_start_scan.count_customers_at_start AS count_customers_at_start
    FROM customers_at_start_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS count_customers,
      NULL AS count_customers_at_start
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.count_customers, 0) / NULLIF(COALESCE(answer.count_customers_at_start, 0), 0) AS churn_rate
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.left_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.joined_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.left_on AS TIMESTAMP)) AS DATE) AS last_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS count_customers_at_start
--   +      CAST(NULL AS DECIMAL) AS count_customers_at_start
--   -      NULL AS count_customers,
--   +      CAST(NULL AS DECIMAL) AS count_customers,
--   -      NULL AS count_customers,
--   -      NULL AS count_customers_at_start
--   +      CAST(NULL AS DECIMAL) AS count_customers,
--   +      CAST(NULL AS DECIMAL) AS count_customers_at_start
--   -  COALESCE(answer.count_customers, 0) / NULLIF(COALESCE(answer.count_customers_at_start, 0), 0) AS churn_rate
--   +  CAST(COALESCE(answer.count_customers, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(answer.count_customers_at_start, 0), 0) AS churn_rate
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    customers.left_on >= CAST('2025-01-01' AS DATE)
--   -    AND customers.left_on < CAST('2025-05-01' AS DATE)
--   +    customers.left_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND customers.left_on < TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 4))
--   +    ) AS numbers
--   -      NULL AS count_customers_at_start
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_customers_at_start
--   -      NULL AS count_customers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_customers,
--   -      NULL AS count_customers,
--   -      NULL AS count_customers_at_start
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_customers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_customers_at_start
--   -  COALESCE(answer.count_customers, 0) / NULLIF(COALESCE(answer.count_customers_at_start, 0), 0) AS churn_rate
--   +  CAST(COALESCE(answer.count_customers, 0) AS DOUBLE) / NULLIF(COALESCE(answer.count_customers_at_start, 0), 0) AS churn_rate

-- by group, a group that only had a short stay too
--   at_start, begun, ended, at_end by customers.region for 2025-02
WITH customers_at_start_scan /* at_start */ AS (
  SELECT
    customers.region AS region,
    COUNT(*) AS at_start
  FROM customers
  WHERE
    customers.joined_on < CAST('2025-02-01' AS DATE)
    AND (
      customers.left_on IS NULL OR customers.left_on >= CAST('2025-02-01' AS DATE)
    )
  GROUP BY
    1
), customers_scan /* begun */ AS (
  SELECT
    customers.region AS region,
    COUNT(*) AS begun
  FROM customers
  WHERE
    customers.joined_on >= CAST('2025-02-01' AS DATE)
    AND customers.joined_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), customers_scan_2 /* ended */ AS (
  SELECT
    customers.region AS region,
    COUNT(*) AS ended
  FROM customers
  WHERE
    customers.left_on >= CAST('2025-02-01' AS DATE)
    AND customers.left_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), customers_at_end_scan /* at_end */ AS (
  SELECT
    customers.region AS region,
    COUNT(*) AS at_end
  FROM customers
  WHERE
    customers.joined_on < CAST('2025-03-01' AS DATE)
    AND (
      customers.left_on IS NULL OR customers.left_on >= CAST('2025-03-01' AS DATE)
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.region,
    MAX(stacked.at_start) AS at_start,
    MAX(stacked.begun) AS begun,
    MAX(stacked.ended) AS ended,
    MAX(stacked.at_end) AS at_end
  FROM (
    SELECT
      customers_at_start_scan.region AS region,
      customers_at_start_scan.at_start AS at_start,
      NULL AS begun,
      NULL AS ended,
      NULL AS at_end
    FROM customers_at_start_scan
    UNION ALL
    SELECT
      customers_scan.region AS region,
      NULL AS at_start,
      customers_scan.begun AS begun,
      NULL AS ended,
      NULL AS at_end
    FROM customers_scan
    UNION ALL
    SELECT
      customers_scan_2.region AS region,
      NULL AS at_start,
      NULL AS begun,
      customers_scan_2.ended AS ended,
      NULL AS at_end
    FROM customers_scan_2
    UNION ALL
    SELECT
      customers_at_end_scan.region AS region,
      NULL AS at_start,
      NULL AS begun,
      NULL AS ended,
      customers_at_end_scan.at_end AS at_end
    FROM customers_at_end_scan
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.region AS region,
  COALESCE(answer.at_start, 0) AS at_start,
  COALESCE(answer.begun, 0) AS begun,
  COALESCE(answer.ended, 0) AS ended,
  COALESCE(answer.at_end, 0) AS at_end
FROM answer
ORDER BY
  answer.region NULLS LAST;
-- postgres:
--   -      NULL AS begun,
--   -      NULL AS ended,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL) AS begun,
--   +      CAST(NULL AS DECIMAL) AS ended,
--   +      CAST(NULL AS DECIMAL) AS at_end
--   -      NULL AS at_start,
--   +      CAST(NULL AS DECIMAL) AS at_start,
--   -      NULL AS ended,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL) AS ended,
--   +      CAST(NULL AS DECIMAL) AS at_end
--   -      NULL AS at_start,
--   -      NULL AS begun,
--   +      CAST(NULL AS DECIMAL) AS at_start,
--   +      CAST(NULL AS DECIMAL) AS begun,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL) AS at_end
--   -      NULL AS at_start,
--   -      NULL AS begun,
--   -      NULL AS ended,
--   +      CAST(NULL AS DECIMAL) AS at_start,
--   +      CAST(NULL AS DECIMAL) AS begun,
--   +      CAST(NULL AS DECIMAL) AS ended,
--   -  answer.region NULLS LAST
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -    customers.joined_on < CAST('2025-02-01' AS DATE)
--   +    customers.joined_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -      customers.left_on IS NULL OR customers.left_on >= CAST('2025-02-01' AS DATE)
--   +      customers.left_on IS NULL
--   +      OR customers.left_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    customers.joined_on >= CAST('2025-02-01' AS DATE)
--   -    AND customers.joined_on < CAST('2025-03-01' AS DATE)
--   +    customers.joined_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND customers.joined_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    customers.left_on >= CAST('2025-02-01' AS DATE)
--   -    AND customers.left_on < CAST('2025-03-01' AS DATE)
--   +    customers.left_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND customers.left_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    customers.joined_on < CAST('2025-03-01' AS DATE)
--   +    customers.joined_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      customers.left_on IS NULL OR customers.left_on >= CAST('2025-03-01' AS DATE)
--   +      customers.left_on IS NULL
--   +      OR customers.left_on >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      NULL AS begun,
--   -      NULL AS ended,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS begun,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS ended,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_end
--   -      NULL AS at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_start,
--   -      NULL AS ended,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS ended,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_end
--   -      NULL AS at_start,
--   -      NULL AS begun,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS begun,
--   -      NULL AS at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_end
--   -      NULL AS at_start,
--   -      NULL AS begun,
--   -      NULL AS ended,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS begun,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS ended,

-- a sum over those alive
--   mrr, avg(customers.mrr at end) as mean, sum(customers.mrr at start) as before by month for 2025-01 to 2025-03
WITH months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), customers_at_end_scan /* mrr, avg_mrr_at_end */ AS (
  SELECT
    months.month AS month,
    SUM(customers.mrr) AS mrr,
    AVG(customers.mrr) AS avg_mrr_at_end
  FROM customers
  JOIN months
    ON customers.joined_on < months.ends
    AND (
      customers.left_on IS NULL OR customers.left_on >= months.ends
    )
  GROUP BY
    1
), customers_by_months /* sum_mrr_at_start by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS last_month,
    SUM(customers.mrr) AS sum_mrr_at_start
  FROM customers
  GROUP BY
    1,
    2
), customers_at_start_scan /* sum_mrr_at_start */ AS (
  SELECT
    months.month AS month,
    SUM(customers_by_months.sum_mrr_at_start) AS sum_mrr_at_start
  FROM customers_by_months
  INNER JOIN months
    ON customers_by_months.first_month < months.starts
    AND (
      customers_by_months.last_month IS NULL
      OR customers_by_months.last_month >= months.starts
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.mrr) AS mrr,
    MAX(stacked.avg_mrr_at_end) AS avg_mrr_at_end,
    MAX(stacked.sum_mrr_at_start) AS sum_mrr_at_start
  FROM (
    SELECT
      customers_at_end_scan.month AS month,
      customers_at_end_scan.mrr AS mrr,
      customers_at_end_scan.avg_mrr_at_end AS avg_mrr_at_end,
      NULL AS sum_mrr_at_start
    FROM customers_at_end_scan
    UNION ALL
    SELECT
      customers_at_start_scan.month AS month,
      NULL AS mrr,
      NULL AS avg_mrr_at_end,
      customers_at_start_scan.sum_mrr_at_start AS sum_mrr_at_start
    FROM customers_at_start_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS mrr,
      NULL AS avg_mrr_at_end,
      NULL AS sum_mrr_at_start
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.mrr, 0) AS mrr,
  answer.avg_mrr_at_end AS mean,
  COALESCE(answer.sum_mrr_at_start, 0) AS before
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    AVG(customers.mrr) AS avg_mrr_at_end
--   +    AVG(CAST(customers.mrr AS DOUBLE PRECISION)) AS avg_mrr_at_end
--   -    CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.joined_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.left_on AS TIMESTAMP)) AS DATE) AS last_month,
--   -      NULL AS sum_mrr_at_start
--   +      CAST(NULL AS DECIMAL) AS sum_mrr_at_start
--   -      NULL AS mrr,
--   -      NULL AS avg_mrr_at_end,
--   +      CAST(NULL AS DECIMAL) AS mrr,
--   +      CAST(NULL AS DECIMAL) AS avg_mrr_at_end,
--   -      NULL AS mrr,
--   -      NULL AS avg_mrr_at_end,
--   -      NULL AS sum_mrr_at_start
--   +      CAST(NULL AS DECIMAL) AS mrr,
--   +      CAST(NULL AS DECIMAL) AS avg_mrr_at_end,
--   +      CAST(NULL AS DECIMAL) AS sum_mrr_at_start
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +    ) AS numbers
--   -    AVG(customers.mrr) AS avg_mrr_at_end
--   +    AVG(CAST(customers.mrr AS DOUBLE)) AS avg_mrr_at_end
--   -      NULL AS sum_mrr_at_start
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_mrr_at_start
--   -      NULL AS mrr,
--   -      NULL AS avg_mrr_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS mrr,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_mrr_at_end,
--   -      NULL AS mrr,
--   -      NULL AS avg_mrr_at_end,
--   -      NULL AS sum_mrr_at_start
--   +      CAST(NULL AS DECIMAL(1, 0)) AS mrr,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_mrr_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_mrr_at_start

-- a condition on those alive
--   count(customers where mrr >= 2 at end) as large by month for 2025-01 to 2025-03
WITH customers_by_months /* count_customers_at_end by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS last_month,
    COUNT(*) FILTER(WHERE
      customers.mrr >= 2) AS count_customers_at_end
  FROM customers
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
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), customers_at_end_scan /* count_customers_at_end */ AS (
  SELECT
    months.month AS month,
    SUM(customers_by_months.count_customers_at_end) AS count_customers_at_end
  FROM customers_by_months
  INNER JOIN months
    ON customers_by_months.first_month < months.ends
    AND (
      customers_by_months.last_month IS NULL
      OR customers_by_months.last_month >= months.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.count_customers_at_end) AS count_customers_at_end
  FROM (
    SELECT
      customers_at_end_scan.month AS month,
      customers_at_end_scan.count_customers_at_end AS count_customers_at_end
    FROM customers_at_end_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS count_customers_at_end
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.count_customers_at_end, 0) AS large
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.joined_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.left_on AS TIMESTAMP)) AS DATE) AS last_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS count_customers_at_end
--   +      CAST(NULL AS DECIMAL) AS count_customers_at_end
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    COUNT(*) FILTER(WHERE
--   -      customers.mrr >= 2) AS count_customers_at_end
--   +    COUNT(CASE WHEN customers.mrr >= 2 THEN 1 END) AS count_customers_at_end
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +    ) AS numbers
--   -      NULL AS count_customers_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_customers_at_end

-- over a range the boundaries are its own
--   at_start, at_end, during for 2025-01-15 to 2025-02-15
WITH customers_at_start_scan /* at_start */ AS (
  SELECT
    COUNT(*) AS at_start
  FROM customers
  WHERE
    customers.joined_on < CAST('2025-01-15' AS DATE)
    AND (
      customers.left_on IS NULL OR customers.left_on >= CAST('2025-01-15' AS DATE)
    )
), customers_at_end_scan /* at_end */ AS (
  SELECT
    COUNT(*) AS at_end
  FROM customers
  WHERE
    customers.joined_on < CAST('2025-02-16' AS DATE)
    AND (
      customers.left_on IS NULL OR customers.left_on >= CAST('2025-02-16' AS DATE)
    )
), customers_during_scan /* during */ AS (
  SELECT
    COUNT(*) AS during
  FROM customers
  WHERE
    customers.joined_on < CAST('2025-02-16' AS DATE)
    AND (
      customers.left_on IS NULL
      OR customers.left_on > CAST('2025-01-15' AS DATE)
      OR customers.joined_on >= CAST('2025-01-15' AS DATE)
    )
), answer /* one row for each group */ AS (
  SELECT
    MAX(stacked.at_start) AS at_start,
    MAX(stacked.at_end) AS at_end,
    MAX(stacked.during) AS during
  FROM (
    SELECT
      customers_at_start_scan.at_start AS at_start,
      NULL AS at_end,
      NULL AS during
    FROM customers_at_start_scan
    UNION ALL
    SELECT
      NULL AS at_start,
      customers_at_end_scan.at_end AS at_end,
      NULL AS during
    FROM customers_at_end_scan
    UNION ALL
    SELECT
      NULL AS at_start,
      NULL AS at_end,
      customers_during_scan.during AS during
    FROM customers_during_scan
  ) AS stacked
)
SELECT
  COALESCE(answer.at_start, 0) AS at_start,
  COALESCE(answer.at_end, 0) AS at_end,
  COALESCE(answer.during, 0) AS during
FROM answer;
-- postgres:
--   -      NULL AS at_end,
--   -      NULL AS during
--   +      CAST(NULL AS DECIMAL) AS at_end,
--   +      CAST(NULL AS DECIMAL) AS during
--   -      NULL AS at_start,
--   +      CAST(NULL AS DECIMAL) AS at_start,
--   -      NULL AS during
--   +      CAST(NULL AS DECIMAL) AS during
--   -      NULL AS at_start,
--   -      NULL AS at_end,
--   +      CAST(NULL AS DECIMAL) AS at_start,
--   +      CAST(NULL AS DECIMAL) AS at_end,
-- snowflake:
--   -    customers.joined_on < CAST('2025-01-15' AS DATE)
--   +    customers.joined_on < TO_DATE('2025-01-15', 'YYYY-MM-DD')
--   -      customers.left_on IS NULL OR customers.left_on >= CAST('2025-01-15' AS DATE)
--   +      customers.left_on IS NULL
--   +      OR customers.left_on >= TO_DATE('2025-01-15', 'YYYY-MM-DD')
--   -    customers.joined_on < CAST('2025-02-16' AS DATE)
--   +    customers.joined_on < TO_DATE('2025-02-16', 'YYYY-MM-DD')
--   -      customers.left_on IS NULL OR customers.left_on >= CAST('2025-02-16' AS DATE)
--   +      customers.left_on IS NULL
--   +      OR customers.left_on >= TO_DATE('2025-02-16', 'YYYY-MM-DD')
--   -    customers.joined_on < CAST('2025-02-16' AS DATE)
--   +    customers.joined_on < TO_DATE('2025-02-16', 'YYYY-MM-DD')
--   -      OR customers.left_on > CAST('2025-01-15' AS DATE)
--   -      OR customers.joined_on >= CAST('2025-01-15' AS DATE)
--   +      OR customers.left_on > TO_DATE('2025-01-15', 'YYYY-MM-DD')
--   +      OR customers.joined_on >= TO_DATE('2025-01-15', 'YYYY-MM-DD')
--   -      NULL AS at_end,
--   -      NULL AS during
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS during
--   -      NULL AS at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_start,
--   -      NULL AS during
--   +      CAST(NULL AS DECIMAL(1, 0)) AS during
--   -      NULL AS at_start,
--   -      NULL AS at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_end,

-- without a period at end is read at the end of the as-of day
--   at_end, mrr as of 2025-01-31
SELECT
  COUNT(*) AS at_end,
  COALESCE(SUM(customers.mrr), 0) AS mrr
FROM customers
WHERE
  customers.joined_on < CAST('2025-02-01' AS DATE)
  AND (
    customers.left_on IS NULL OR customers.left_on >= CAST('2025-02-01' AS DATE)
  );
-- snowflake:
--   -  customers.joined_on < CAST('2025-02-01' AS DATE)
--   +  customers.joined_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    customers.left_on IS NULL OR customers.left_on >= CAST('2025-02-01' AS DATE)
--   +    customers.left_on IS NULL
--   +    OR customers.left_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')

-- a day later
--   at_end, mrr as of 2025-02-01
SELECT
  COUNT(*) AS at_end,
  COALESCE(SUM(customers.mrr), 0) AS mrr
FROM customers
WHERE
  customers.joined_on < CAST('2025-02-02' AS DATE)
  AND (
    customers.left_on IS NULL OR customers.left_on >= CAST('2025-02-02' AS DATE)
  );
-- snowflake:
--   -  customers.joined_on < CAST('2025-02-02' AS DATE)
--   +  customers.joined_on < TO_DATE('2025-02-02', 'YYYY-MM-DD')
--   -    customers.left_on IS NULL OR customers.left_on >= CAST('2025-02-02' AS DATE)
--   +    customers.left_on IS NULL
--   +    OR customers.left_on >= TO_DATE('2025-02-02', 'YYYY-MM-DD')

-- a month before moves the boundary, not the rows
--   at_end, prior(at_end, 1 month) as before by month for 2025-02 to 2025-04
WITH customers_by_months /* at_end by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS last_month,
    COUNT(*) AS at_end
  FROM customers
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
        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), customers_at_end_scan /* at_end */ AS (
  SELECT
    months.month AS month,
    SUM(customers_by_months.at_end) AS at_end
  FROM customers_by_months
  INNER JOIN months
    ON customers_by_months.first_month < months.ends
    AND (
      customers_by_months.last_month IS NULL
      OR customers_by_months.last_month >= months.ends
    )
  GROUP BY
    1
), customers_by_months_2 /* prior_at_end by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(customers.joined_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', CAST(customers.left_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS last_month,
    COUNT(*) AS prior_at_end
  FROM customers
  GROUP BY
    1,
    2
), customers_prior_at_end_scan /* prior_at_end */ AS (
  SELECT
    months.month AS month,
    SUM(customers_by_months_2.prior_at_end) AS prior_at_end
  FROM customers_by_months_2
  INNER JOIN months
    ON customers_by_months_2.first_month < months.ends
    AND (
      customers_by_months_2.last_month IS NULL
      OR customers_by_months_2.last_month >= months.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.at_end) AS at_end,
    MAX(stacked.prior_at_end) AS prior_at_end
  FROM (
    SELECT
      customers_at_end_scan.month AS month,
      customers_at_end_scan.at_end AS at_end,
      NULL AS prior_at_end
    FROM customers_at_end_scan
    UNION ALL
    SELECT
      customers_prior_at_end_scan.month AS month,
      NULL AS at_end,
      customers_prior_at_end_scan.prior_at_end AS prior_at_end
    FROM customers_prior_at_end_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS at_end,
      NULL AS prior_at_end
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.at_end, 0) AS at_end,
  COALESCE(answer.prior_at_end, 0) AS before
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', customers.joined_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.joined_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.left_on AS TIMESTAMP)) AS DATE) AS last_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    CAST(DATE_TRUNC('month', CAST(customers.joined_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', CAST(customers.left_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(customers.joined_on + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(customers.left_on + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS last_month,
--   -      NULL AS prior_at_end
--   +      CAST(NULL AS DECIMAL) AS prior_at_end
--   -      NULL AS at_end,
--   +      CAST(NULL AS DECIMAL) AS at_end,
--   -      NULL AS at_end,
--   -      NULL AS prior_at_end
--   +      CAST(NULL AS DECIMAL) AS at_end,
--   +      CAST(NULL AS DECIMAL) AS prior_at_end
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +    ) AS numbers
--   -    CAST(DATE_TRUNC('month', CAST(customers.joined_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', CAST(customers.left_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', DATEADD(MONTH, 1, customers.joined_on)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', DATEADD(MONTH, 1, customers.left_on)) AS DATE) AS last_month,
--   -      NULL AS prior_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_at_end
--   -      NULL AS at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_end,
--   -      NULL AS at_end,
--   -      NULL AS prior_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_at_end

-- a year before, and a quarter before by month
--   prior(at_end, 1 quarter) as quarter_before, prior(at_end, 1 year) as year_before by month for 2025-03 to 2025-04
WITH customers_by_months /* prior_count_customers_at_end by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(customers.joined_on + INTERVAL '3' MONTH AS DATE)) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', CAST(customers.left_on + INTERVAL '3' MONTH AS DATE)) AS DATE) AS last_month,
    COUNT(*) AS prior_count_customers_at_end
  FROM customers
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
        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), customers_prior_at_end_scan /* prior_count_customers_at_end */ AS (
  SELECT
    months.month AS month,
    SUM(customers_by_months.prior_count_customers_at_end) AS prior_count_customers_at_end
  FROM customers_by_months
  INNER JOIN months
    ON customers_by_months.first_month < months.ends
    AND (
      customers_by_months.last_month IS NULL
      OR customers_by_months.last_month >= months.ends
    )
  GROUP BY
    1
), customers_by_months_2 /* prior_count_customers_at_end_2 by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(customers.joined_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', CAST(customers.left_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS last_month,
    COUNT(*) AS prior_count_customers_at_end_2
  FROM customers
  GROUP BY
    1,
    2
), customers_prior_at_end_scan_2 /* prior_count_customers_at_end_2 */ AS (
  SELECT
    months.month AS month,
    SUM(customers_by_months_2.prior_count_customers_at_end_2) AS prior_count_customers_at_end_2
  FROM customers_by_months_2
  INNER JOIN months
    ON customers_by_months_2.first_month < months.ends
    AND (
      customers_by_months_2.last_month IS NULL
      OR customers_by_months_2.last_month >= months.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.prior_count_customers_at_end) AS prior_count_customers_at_end,
    MAX(stacked.prior_count_customers_at_end_2) AS prior_count_customers_at_end_2
  FROM (
    SELECT
      customers_prior_at_end_scan.month AS month,
      customers_prior_at_end_scan.prior_count_customers_at_end AS prior_count_customers_at_end,
      NULL AS prior_count_customers_at_end_2
    FROM customers_prior_at_end_scan
    UNION ALL
    SELECT
      customers_prior_at_end_scan_2.month AS month,
      NULL AS prior_count_customers_at_end,
      customers_prior_at_end_scan_2.prior_count_customers_at_end_2 AS prior_count_customers_at_end_2
    FROM customers_prior_at_end_scan_2
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS prior_count_customers_at_end,
      NULL AS prior_count_customers_at_end_2
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.prior_count_customers_at_end, 0) AS quarter_before,
  COALESCE(answer.prior_count_customers_at_end_2, 0) AS year_before
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', CAST(customers.joined_on + INTERVAL '3' MONTH AS DATE)) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', CAST(customers.left_on + INTERVAL '3' MONTH AS DATE)) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(customers.joined_on + INTERVAL '3 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(customers.left_on + INTERVAL '3 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS last_month,
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
--   -    CAST(DATE_TRUNC('month', CAST(customers.joined_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', CAST(customers.left_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC(
--   +      'month',
--   +      CAST(CAST(customers.joined_on + INTERVAL '12 MONTH' AS DATE) AS TIMESTAMP)
--   +    ) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(customers.left_on + INTERVAL '12 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS last_month,
--   -      NULL AS prior_count_customers_at_end_2
--   +      CAST(NULL AS DECIMAL) AS prior_count_customers_at_end_2
--   -      NULL AS prior_count_customers_at_end,
--   +      CAST(NULL AS DECIMAL) AS prior_count_customers_at_end,
--   -      NULL AS prior_count_customers_at_end,
--   -      NULL AS prior_count_customers_at_end_2
--   +      CAST(NULL AS DECIMAL) AS prior_count_customers_at_end,
--   +      CAST(NULL AS DECIMAL) AS prior_count_customers_at_end_2
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(DATE_TRUNC('month', CAST(customers.joined_on + INTERVAL '3' MONTH AS DATE)) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', CAST(customers.left_on + INTERVAL '3' MONTH AS DATE)) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', DATEADD(MONTH, 3, customers.joined_on)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', DATEADD(MONTH, 3, customers.left_on)) AS DATE) AS last_month,
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
--   -    CAST(DATE_TRUNC('month', CAST(customers.joined_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', CAST(customers.left_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', DATEADD(MONTH, 12, customers.joined_on)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', DATEADD(MONTH, 12, customers.left_on)) AS DATE) AS last_month,
--   -      NULL AS prior_count_customers_at_end_2
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_customers_at_end_2
--   -      NULL AS prior_count_customers_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_customers_at_end,
--   -      NULL AS prior_count_customers_at_end,
--   -      NULL AS prior_count_customers_at_end_2
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_customers_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_customers_at_end_2

-- the start of a trailing window
--   trailing(at_start, 2 months) as s, trailing(during, 2 months) as d by month for 2025-02 to 2025-03
WITH months /* every month, from `starts` to before `ends` */ AS (
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
), customers_at_start_scan /* trailing_count_customers_at_start */ AS (
  SELECT
    months.month AS month,
    COUNT(*) AS trailing_count_customers_at_start
  FROM customers
  JOIN months
    ON customers.joined_on < CAST(months.ends - INTERVAL '2' MONTH AS DATE)
    AND (
      customers.left_on IS NULL
      OR customers.left_on >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
    )
  GROUP BY
    1
), customers_during_scan /* trailing_count_customers_during */ AS (
  SELECT
    months.month AS month,
    COUNT(*) AS trailing_count_customers_during
  FROM customers
  JOIN months
    ON customers.joined_on < months.ends
    AND (
      customers.left_on IS NULL
      OR customers.left_on > CAST(months.ends - INTERVAL '2' MONTH AS DATE)
      OR customers.joined_on >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.trailing_count_customers_at_start) AS trailing_count_customers_at_start,
    MAX(stacked.trailing_count_customers_during) AS trailing_count_customers_during
  FROM (
    SELECT
      customers_at_start_scan.month AS month,
      customers_at_start_scan.trailing_count_customers_at_start AS trailing_count_customers_at_start,
      NULL AS trailing_count_customers_during
    FROM customers_at_start_scan
    UNION ALL
    SELECT
      customers_during_scan.month AS month,
      NULL AS trailing_count_customers_at_start,
      customers_during_scan.trailing_count_customers_during AS trailing_count_customers_during
    FROM customers_during_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS trailing_count_customers_at_start,
      NULL AS trailing_count_customers_during
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.trailing_count_customers_at_start, 0) AS s,
  COALESCE(answer.trailing_count_customers_during, 0) AS d
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
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
--   -    ON customers.joined_on < CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON customers.joined_on < CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
--   -      OR customers.left_on >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +      OR customers.left_on >= CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
--   -      OR customers.left_on > CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   -      OR customers.joined_on >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +      OR customers.left_on > CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
--   +      OR customers.joined_on >= CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
--   -      NULL AS trailing_count_customers_during
--   +      CAST(NULL AS DECIMAL) AS trailing_count_customers_during
--   -      NULL AS trailing_count_customers_at_start,
--   +      CAST(NULL AS DECIMAL) AS trailing_count_customers_at_start,
--   -      NULL AS trailing_count_customers_at_start,
--   -      NULL AS trailing_count_customers_during
--   +      CAST(NULL AS DECIMAL) AS trailing_count_customers_at_start,
--   +      CAST(NULL AS DECIMAL) AS trailing_count_customers_during
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +    ) AS numbers
--   -    ON customers.joined_on < CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON customers.joined_on < DATEADD(MONTH, -2, months.ends)
--   -      customers.left_on IS NULL
--   -      OR customers.left_on >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +      customers.left_on IS NULL OR customers.left_on >= DATEADD(MONTH, -2, months.ends)
--   -      OR customers.left_on > CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   -      OR customers.joined_on >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +      OR customers.left_on > DATEADD(MONTH, -2, months.ends)
--   +      OR customers.joined_on >= DATEADD(MONTH, -2, months.ends)
--   -      NULL AS trailing_count_customers_during
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_count_customers_during
--   -      NULL AS trailing_count_customers_at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_count_customers_at_start,
--   -      NULL AS trailing_count_customers_at_start,
--   -      NULL AS trailing_count_customers_during
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_count_customers_at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_count_customers_during

-- churn over a trailing quarter
--   trailing(churn_rate, 3 months) as c by month for 2025-03
WITH customers_by_month /* trailing_count_customers of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS starting_month,
    COUNT(*) AS trailing_count_customers
  FROM customers
  WHERE
    customers.left_on >= CAST('2024-11-29' AS DATE)
    AND customers.left_on < CAST('2025-04-01' AS DATE)
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
), months_with_rows AS (
  SELECT DISTINCT
    customers_by_month.starting_month AS seen
  FROM customers_by_month
), months_seen /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    AND months_with_rows.seen < months.ends
), customers_scan /* trailing_count_customers */ AS (
  SELECT
    months_seen.month AS month,
    SUM(customers_by_month.trailing_count_customers) AS trailing_count_customers
  FROM customers_by_month
  INNER JOIN months_seen
    ON customers_by_month.starting_month = months_seen.seen
  GROUP BY
    1
), customers_at_start_scan /* trailing_count_customers_at_start */ AS (
  SELECT
    months.month AS month,
    COUNT(*) AS trailing_count_customers_at_start
  FROM customers
  JOIN months
    ON customers.joined_on < CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    AND (
      customers.left_on IS NULL
      OR customers.left_on >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.trailing_count_customers) AS trailing_count_customers,
    MAX(stacked.trailing_count_customers_at_start) AS trailing_count_customers_at_start
  FROM (
    SELECT
      customers_scan.month AS month,
      customers_scan.trailing_count_customers AS trailing_count_customers,
      NULL AS trailing_count_customers_at_start
    FROM customers_scan
    UNION ALL
    SELECT
      customers_at_start_scan.month AS month,
      NULL AS trailing_count_customers,
      customers_at_start_scan.trailing_count_customers_at_start AS trailing_count_customers_at_start
    FROM customers_at_start_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS trailing_count_customers,
      NULL AS trailing_count_customers_at_start
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.trailing_count_customers, 0) / NULLIF(COALESCE(answer.trailing_count_customers_at_start, 0), 0) AS c
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', customers.left_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(customers.left_on AS TIMESTAMP)) AS DATE) AS starting_month,
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
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -    ON customers.joined_on < CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON customers.joined_on < CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -      OR customers.left_on >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +      OR customers.left_on >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -      NULL AS trailing_count_customers_at_start
--   +      CAST(NULL AS DECIMAL) AS trailing_count_customers_at_start
--   -      NULL AS trailing_count_customers,
--   +      CAST(NULL AS DECIMAL) AS trailing_count_customers,
--   -      NULL AS trailing_count_customers,
--   -      NULL AS trailing_count_customers_at_start
--   +      CAST(NULL AS DECIMAL) AS trailing_count_customers,
--   +      CAST(NULL AS DECIMAL) AS trailing_count_customers_at_start
--   -  COALESCE(answer.trailing_count_customers, 0) / NULLIF(COALESCE(answer.trailing_count_customers_at_start, 0), 0) AS c
--   +  CAST(COALESCE(answer.trailing_count_customers, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(answer.trailing_count_customers_at_start, 0), 0) AS c
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    customers.left_on >= CAST('2024-11-29' AS DATE)
--   -    AND customers.left_on < CAST('2025-04-01' AS DATE)
--   +    customers.left_on >= TO_DATE('2024-11-29', 'YYYY-MM-DD')
--   +    AND customers.left_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-03-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +    ) AS numbers
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON months_with_rows.seen >= DATEADD(MONTH, -3, months.ends)
--   -    ON customers.joined_on < CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON customers.joined_on < DATEADD(MONTH, -3, months.ends)
--   -      customers.left_on IS NULL
--   -      OR customers.left_on >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +      customers.left_on IS NULL OR customers.left_on >= DATEADD(MONTH, -3, months.ends)
--   -      NULL AS trailing_count_customers_at_start
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_count_customers_at_start
--   -      NULL AS trailing_count_customers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_count_customers,
--   -      NULL AS trailing_count_customers,
--   -      NULL AS trailing_count_customers_at_start
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_count_customers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_count_customers_at_start
--   -  COALESCE(answer.trailing_count_customers, 0) / NULLIF(COALESCE(answer.trailing_count_customers_at_start, 0), 0) AS c
--   +  CAST(COALESCE(answer.trailing_count_customers, 0) AS DOUBLE) / NULLIF(COALESCE(answer.trailing_count_customers_at_start, 0), 0) AS c

-- customer days
--   sum(count(customers at end) per day) as days, avg(count(customers at end) per day) as mean for 2025-01
WITH days /* every day that has begun */ AS (
  SELECT
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-02-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  WHERE
    series.atom >= CAST('2025-01-01' AS DATE)
    AND series.atom < CAST('2025-02-01' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2025-05-01' AS DATE)
), customers_at_end_scan /* count_customers_at_end */ AS (
  SELECT
    days.day AS day,
    COUNT(*) AS count_customers_at_end
  FROM customers
  JOIN days
    ON customers.joined_on < days.ends
    AND (
      customers.left_on IS NULL OR customers.left_on >= days.ends
    )
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.count_customers_at_end) AS count_customers_at_end
  FROM (
    SELECT
      customers_at_end_scan.day AS day,
      customers_at_end_scan.count_customers_at_end AS count_customers_at_end
    FROM customers_at_end_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS count_customers_at_end
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  COALESCE(SUM(COALESCE(rows_per_key.count_customers_at_end, 0)), 0) AS days,
  AVG(COALESCE(rows_per_key.count_customers_at_end, 0)) AS mean
FROM rows_per_key;
-- postgres:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-02-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2024-12-31' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_customers_at_end
--   +      CAST(NULL AS DECIMAL) AS count_customers_at_end
--   -  AVG(COALESCE(rows_per_key.count_customers_at_end, 0)) AS mean
--   +  AVG(CAST(COALESCE(rows_per_key.count_customers_at_end, 0) AS DOUBLE PRECISION)) AS mean
-- snowflake:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-02-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2024-12-31', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 34))
--   +    ) AS numbers
--   -    series.atom >= CAST('2025-01-01' AS DATE)
--   -    AND series.atom < CAST('2025-02-01' AS DATE)
--   +    series.atom >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND series.atom < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2025-05-01' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   -      NULL AS count_customers_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_customers_at_end
--   -  AVG(COALESCE(rows_per_key.count_customers_at_end, 0)) AS mean
--   +  AVG(CAST(COALESCE(rows_per_key.count_customers_at_end, 0) AS DOUBLE)) AS mean

-- where the last day is a day alive
--   count(contracts at end) as e, count(contracts at start) as s, count(contracts during) as d by month for 2025-01 to 2025-03
WITH contracts_by_months /* count_contracts_at_end by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', contracts.begins_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', CAST(contracts.ends_on + INTERVAL '1' DAY AS DATE)) AS DATE) AS last_month,
    COUNT(*) AS count_contracts_at_end
  FROM contracts
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
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), contracts_at_end_scan /* count_contracts_at_end */ AS (
  SELECT
    months.month AS month,
    SUM(contracts_by_months.count_contracts_at_end) AS count_contracts_at_end
  FROM contracts_by_months
  INNER JOIN months
    ON contracts_by_months.first_month < months.ends
    AND (
      contracts_by_months.last_month IS NULL
      OR contracts_by_months.last_month >= months.ends
    )
  GROUP BY
    1
), contracts_by_months_2 /* count_contracts_at_start by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', contracts.begins_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', CAST(contracts.ends_on + INTERVAL '1' DAY AS DATE)) AS DATE) AS last_month,
    COUNT(*) AS count_contracts_at_start
  FROM contracts
  GROUP BY
    1,
    2
), contracts_at_start_scan /* count_contracts_at_start */ AS (
  SELECT
    months.month AS month,
    SUM(contracts_by_months_2.count_contracts_at_start) AS count_contracts_at_start
  FROM contracts_by_months_2
  INNER JOIN months
    ON contracts_by_months_2.first_month < months.starts
    AND (
      contracts_by_months_2.last_month IS NULL
      OR contracts_by_months_2.last_month >= months.starts
    )
  GROUP BY
    1
), contracts_by_months_3 /* count_contracts_during by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', contracts.begins_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', CAST(contracts.ends_on + INTERVAL '1' DAY AS DATE)) AS DATE) AS last_month,
    CASE
      WHEN CAST(contracts.ends_on + INTERVAL '1' DAY AS DATE) = CAST(DATE_TRUNC('month', CAST(contracts.ends_on + INTERVAL '1' DAY AS DATE)) AS DATE)
      THEN 1
      ELSE 0
    END AS on_boundary,
    COUNT(*) AS count_contracts_during
  FROM contracts
  GROUP BY
    1,
    2,
    3
), contracts_during_scan /* count_contracts_during */ AS (
  SELECT
    months.month AS month,
    SUM(contracts_by_months_3.count_contracts_during) AS count_contracts_during
  FROM contracts_by_months_3
  INNER JOIN months
    ON contracts_by_months_3.first_month <= months.starts
    AND (
      contracts_by_months_3.last_month IS NULL
      OR contracts_by_months_3.last_month > months.starts
      OR (
        contracts_by_months_3.last_month = months.starts
        AND contracts_by_months_3.on_boundary = 0
      )
      OR contracts_by_months_3.first_month = months.starts
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.count_contracts_at_end) AS count_contracts_at_end,
    MAX(stacked.count_contracts_at_start) AS count_contracts_at_start,
    MAX(stacked.count_contracts_during) AS count_contracts_during
  FROM (
    SELECT
      contracts_at_end_scan.month AS month,
      contracts_at_end_scan.count_contracts_at_end AS count_contracts_at_end,
      NULL AS count_contracts_at_start,
      NULL AS count_contracts_during
    FROM contracts_at_end_scan
    UNION ALL
    SELECT
      contracts_at_start_scan.month AS month,
      NULL AS count_contracts_at_end,
      contracts_at_start_scan.count_contracts_at_start AS count_contracts_at_start,
      NULL AS count_contracts_during
    FROM contracts_at_start_scan
    UNION ALL
    SELECT
      contracts_during_scan.month AS month,
      NULL AS count_contracts_at_end,
      NULL AS count_contracts_at_start,
      contracts_during_scan.count_contracts_during AS count_contracts_during
    FROM contracts_during_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS count_contracts_at_end,
      NULL AS count_contracts_at_start,
      NULL AS count_contracts_during
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.count_contracts_at_end, 0) AS e,
  COALESCE(answer.count_contracts_at_start, 0) AS s,
  COALESCE(answer.count_contracts_during, 0) AS d
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', contracts.begins_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', CAST(contracts.ends_on + INTERVAL '1' DAY AS DATE)) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(contracts.begins_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(contracts.ends_on + INTERVAL '1 DAY' AS DATE) AS TIMESTAMP)) AS DATE) AS last_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    CAST(DATE_TRUNC('month', contracts.begins_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', CAST(contracts.ends_on + INTERVAL '1' DAY AS DATE)) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(contracts.begins_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(contracts.ends_on + INTERVAL '1 DAY' AS DATE) AS TIMESTAMP)) AS DATE) AS last_month,
--   -    CAST(DATE_TRUNC('month', contracts.begins_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', CAST(contracts.ends_on + INTERVAL '1' DAY AS DATE)) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(contracts.begins_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(contracts.ends_on + INTERVAL '1 DAY' AS DATE) AS TIMESTAMP)) AS DATE) AS last_month,
--   -      WHEN CAST(contracts.ends_on + INTERVAL '1' DAY AS DATE) = CAST(DATE_TRUNC('month', CAST(contracts.ends_on + INTERVAL '1' DAY AS DATE)) AS DATE)
--   +      WHEN CAST(contracts.ends_on + INTERVAL '1 DAY' AS DATE) = CAST(DATE_TRUNC('month', CAST(CAST(contracts.ends_on + INTERVAL '1 DAY' AS DATE) AS TIMESTAMP)) AS DATE)
--   -      NULL AS count_contracts_at_start,
--   -      NULL AS count_contracts_during
--   +      CAST(NULL AS DECIMAL) AS count_contracts_at_start,
--   +      CAST(NULL AS DECIMAL) AS count_contracts_during
--   -      NULL AS count_contracts_at_end,
--   +      CAST(NULL AS DECIMAL) AS count_contracts_at_end,
--   -      NULL AS count_contracts_during
--   +      CAST(NULL AS DECIMAL) AS count_contracts_during
--   -      NULL AS count_contracts_at_end,
--   -      NULL AS count_contracts_at_start,
--   +      CAST(NULL AS DECIMAL) AS count_contracts_at_end,
--   +      CAST(NULL AS DECIMAL) AS count_contracts_at_start,
--   -      NULL AS count_contracts_at_end,
--   -      NULL AS count_contracts_at_start,
--   -      NULL AS count_contracts_during
--   +      CAST(NULL AS DECIMAL) AS count_contracts_at_end,
--   +      CAST(NULL AS DECIMAL) AS count_contracts_at_start,
--   +      CAST(NULL AS DECIMAL) AS count_contracts_during
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(DATE_TRUNC('month', CAST(contracts.ends_on + INTERVAL '1' DAY AS DATE)) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', DATEADD(DAY, 1, contracts.ends_on)) AS DATE) AS last_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +    ) AS numbers
--   -    CAST(DATE_TRUNC('month', CAST(contracts.ends_on + INTERVAL '1' DAY AS DATE)) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', DATEADD(DAY, 1, contracts.ends_on)) AS DATE) AS last_month,
--   -    CAST(DATE_TRUNC('month', CAST(contracts.ends_on + INTERVAL '1' DAY AS DATE)) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', DATEADD(DAY, 1, contracts.ends_on)) AS DATE) AS last_month,
--   -      WHEN CAST(contracts.ends_on + INTERVAL '1' DAY AS DATE) = CAST(DATE_TRUNC('month', CAST(contracts.ends_on + INTERVAL '1' DAY AS DATE)) AS DATE)
--   +      WHEN DATEADD(DAY, 1, contracts.ends_on) = CAST(DATE_TRUNC('month', DATEADD(DAY, 1, contracts.ends_on)) AS DATE)
--   -      NULL AS count_contracts_at_start,
--   -      NULL AS count_contracts_during
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_contracts_at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_contracts_during
--   -      NULL AS count_contracts_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_contracts_at_end,
--   -      NULL AS count_contracts_during
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_contracts_during
--   -      NULL AS count_contracts_at_end,
--   -      NULL AS count_contracts_at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_contracts_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_contracts_at_start,
--   -      NULL AS count_contracts_at_end,
--   -      NULL AS count_contracts_at_start,
--   -      NULL AS count_contracts_during
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_contracts_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_contracts_at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_contracts_during

-- where the last day is a day alive, by day
--   count(contracts at end) as e by day for 2025-02-26 to 2025-02-28
WITH contracts_by_days /* count_contracts_at_end by the days in which they begin and end */ AS (
  SELECT
    contracts.begins_on AS first_day,
    CAST(contracts.ends_on + INTERVAL '1' DAY AS DATE) AS last_day,
    COUNT(*) AS count_contracts_at_end
  FROM contracts
  GROUP BY
    1,
    2
), days /* every day, from `starts` to before `ends` */ AS (
  SELECT
    series.day,
    series.day AS starts,
    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-02-26' AS DATE), CAST('2025-02-28' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS day
  ) AS series
), contracts_at_end_scan /* count_contracts_at_end */ AS (
  SELECT
    days.day AS day,
    SUM(contracts_by_days.count_contracts_at_end) AS count_contracts_at_end
  FROM contracts_by_days
  INNER JOIN days
    ON contracts_by_days.first_day < days.ends
    AND (
      contracts_by_days.last_day IS NULL OR contracts_by_days.last_day >= days.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.count_contracts_at_end) AS count_contracts_at_end
  FROM (
    SELECT
      contracts_at_end_scan.day AS day,
      contracts_at_end_scan.count_contracts_at_end AS count_contracts_at_end
    FROM contracts_at_end_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS count_contracts_at_end
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.count_contracts_at_end, 0) AS e
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(contracts.ends_on + INTERVAL '1' DAY AS DATE) AS last_day,
--   +    CAST(contracts.ends_on + INTERVAL '1 DAY' AS DATE) AS last_day,
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-26' AS DATE), CAST('2025-02-28' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(series.start AS DATE) AS day
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-26' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-28' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_contracts_at_end
--   +      CAST(NULL AS DECIMAL) AS count_contracts_at_end
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(contracts.ends_on + INTERVAL '1' DAY AS DATE) AS last_day,
--   +    DATEADD(DAY, 1, contracts.ends_on) AS last_day,
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, series.day) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-26' AS DATE), CAST('2025-02-28' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-02-26', 'YYYY-MM-DD')) AS day
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +    ) AS numbers
--   -      NULL AS count_contracts_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_contracts_at_end
