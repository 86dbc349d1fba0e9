-- by year, a century and a half
--   sum(events.n) as n, running(sum(events.n)) as all by year for 1950 to 2099 having n > 0
WITH events_by_month /* sum_n of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', events.day) AS DATE) AS starting_month,
    SUM(events.n) AS sum_n
  FROM events
  WHERE
    events.day < CAST('2100-01-01' AS DATE)
  GROUP BY
    1
), events_scan /* sum_n */ AS (
  SELECT
    CAST(DATE_TRUNC('year', events_by_month.starting_month) AS DATE) AS year,
    SUM(events_by_month.sum_n) AS sum_n
  FROM events_by_month
  WHERE
    events_by_month.starting_month >= CAST('1950-01-01' AS DATE)
    AND events_by_month.starting_month < CAST('2100-01-01' AS DATE)
  GROUP BY
    1
), events_scan_2 /* running_sum_n */ AS (
  SELECT
    CASE
      WHEN CAST(DATE_TRUNC('year', events_by_month.starting_month) AS DATE) IS NULL
      OR CAST('1950-01-01' AS DATE) IS NULL
      THEN NULL
      ELSE GREATEST(
        CAST(DATE_TRUNC('year', events_by_month.starting_month) AS DATE),
        CAST('1950-01-01' AS DATE)
      )
    END AS year,
    SUM(events_by_month.sum_n) AS running_sum_n
  FROM events_by_month
  WHERE
    NOT events_by_month.starting_month IS NULL
    AND events_by_month.starting_month < CAST('2100-01-01' AS DATE)
  GROUP BY
    1
), years /* every year, from `starts` to before `ends` */ AS (
  SELECT
    series.year,
    series.year AS starts,
    CAST(series.year + INTERVAL '12' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('1950-01-01' AS DATE), CAST('2099-01-01' AS DATE), INTERVAL '1' YEAR)
      ) AS DATE) AS year
  ) AS series
), answer /* one row for each group */ AS (
  SELECT
    stacked.year,
    MAX(stacked.sum_n) AS sum_n,
    MAX(stacked.running_sum_n) AS running_sum_n
  FROM (
    SELECT
      events_scan.year AS year,
      events_scan.sum_n AS sum_n,
      NULL AS running_sum_n
    FROM events_scan
    UNION ALL
    SELECT
      events_scan_2.year AS year,
      NULL AS sum_n,
      events_scan_2.running_sum_n AS running_sum_n
    FROM events_scan_2
    UNION ALL
    SELECT
      years.year AS year,
      NULL AS sum_n,
      NULL AS running_sum_n
    FROM years
  ) AS stacked
  GROUP BY
    1
), with_running /* running: running_sum_n */ AS (
  SELECT
    answer.year,
    answer.sum_n,
    CASE
      WHEN NOT answer.year IS NULL
      THEN SUM(answer.running_sum_n) OVER (ORDER BY answer.year NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    END AS running_sum_n
  FROM answer
)
SELECT
  with_running.year AS year,
  COALESCE(with_running.sum_n, 0) AS n,
  COALESCE(with_running.running_sum_n, 0) AS "all"
FROM with_running
WHERE
  COALESCE(with_running.sum_n, 0) > 0
ORDER BY
  with_running.year NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', events.day) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(events.day AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(DATE_TRUNC('year', events_by_month.starting_month) AS DATE) AS year,
--   +    CAST(DATE_TRUNC('year', CAST(events_by_month.starting_month AS TIMESTAMP)) AS DATE) AS year,
--   -    CASE
--   -      WHEN CAST(DATE_TRUNC('year', events_by_month.starting_month) AS DATE) IS NULL
--   -      OR CAST('1950-01-01' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(
--   -        CAST(DATE_TRUNC('year', events_by_month.starting_month) AS DATE),
--   -        CAST('1950-01-01' AS DATE)
--   -      )
--   -    END AS year,
--   +    GREATEST(
--   +      CAST(DATE_TRUNC('year', CAST(events_by_month.starting_month AS TIMESTAMP)) AS DATE),
--   +      CAST('1950-01-01' AS DATE)
--   +    ) AS year,
--   -    CAST(series.year + INTERVAL '12' MONTH AS DATE) AS ends
--   +    CAST(series.year + INTERVAL '12 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('1950-01-01' AS DATE), CAST('2099-01-01' AS DATE), INTERVAL '1' YEAR)
--   -      ) AS DATE) AS year
--   +      CAST(series.start AS DATE) AS year
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('1950-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2099-01-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 YEAR'
--   +    ) AS series(start)
--   -      NULL AS running_sum_n
--   +      CAST(NULL AS DECIMAL) AS running_sum_n
--   -      NULL AS sum_n,
--   +      CAST(NULL AS DECIMAL) AS sum_n,
--   -      NULL AS sum_n,
--   -      NULL AS running_sum_n
--   +      CAST(NULL AS DECIMAL) AS sum_n,
--   +      CAST(NULL AS DECIMAL) AS running_sum_n
--   -      THEN SUM(answer.running_sum_n) OVER (ORDER BY answer.year NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   +      THEN SUM(answer.running_sum_n) OVER (ORDER BY answer.year ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   -  with_running.year NULLS LAST
--   +  with_running.year ASC
-- snowflake:
--   -    events.day < CAST('2100-01-01' AS DATE)
--   +    events.day < TO_DATE('2100-01-01', 'YYYY-MM-DD')
--   -    events_by_month.starting_month >= CAST('1950-01-01' AS DATE)
--   -    AND events_by_month.starting_month < CAST('2100-01-01' AS DATE)
--   +    events_by_month.starting_month >= TO_DATE('1950-01-01', 'YYYY-MM-DD')
--   +    AND events_by_month.starting_month < TO_DATE('2100-01-01', 'YYYY-MM-DD')
--   -    CASE
--   -      WHEN CAST(DATE_TRUNC('year', events_by_month.starting_month) AS DATE) IS NULL
--   -      OR CAST('1950-01-01' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(
--   -        CAST(DATE_TRUNC('year', events_by_month.starting_month) AS DATE),
--   -        CAST('1950-01-01' AS DATE)
--   -      )
--   -    END AS year,
--   +    GREATEST(
--   +      CAST(DATE_TRUNC('year', events_by_month.starting_month) AS DATE),
--   +      TO_DATE('1950-01-01', 'YYYY-MM-DD')
--   +    ) AS year,
--   -    AND events_by_month.starting_month < CAST('2100-01-01' AS DATE)
--   +    AND events_by_month.starting_month < TO_DATE('2100-01-01', 'YYYY-MM-DD')
--   -    CAST(series.year + INTERVAL '12' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 12, series.year) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('1950-01-01' AS DATE), CAST('2099-01-01' AS DATE), INTERVAL '1' YEAR)
--   -      ) AS DATE) AS year
--   +      DATEADD(MONTH, numbers.n * 12, TO_DATE('1950-01-01', 'YYYY-MM-DD')) AS year
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 150))
--   +    ) AS numbers
--   -      NULL AS running_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_sum_n
--   -      NULL AS sum_n,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_n,
--   -      NULL AS sum_n,
--   -      NULL AS running_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_n,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_sum_n
--   -  COALESCE(with_running.running_sum_n, 0) AS "all"
--   +  COALESCE(with_running.running_sum_n, 0) AS "ALL"

-- months, weekdays and differences
--   max(events.later) as later, max(events.weekday) as weekday, max(events.until) as until, max(events.years) as years by events.id
SELECT
  events.id AS id,
  MAX(CAST(events.day + INTERVAL '1' MONTH AS DATE)) AS later,
  MAX(CAST(EXTRACT(ISODOW FROM events.day) AS BIGINT)) AS weekday,
  MAX(DATE_DIFF('DAY', events.day, CAST('2000-01-01' AS DATE))) AS until,
  MAX(
    CASE
      WHEN CAST('2000-01-01' AS DATE) >= events.day
      THEN CAST(EXTRACT(YEAR FROM CAST('2000-01-01' AS DATE)) AS BIGINT) - CAST(EXTRACT(YEAR FROM events.day) AS BIGINT) - CASE
        WHEN CAST(events.day + (
          (
            CAST(EXTRACT(YEAR FROM CAST('2000-01-01' AS DATE)) AS BIGINT) - CAST(EXTRACT(YEAR FROM events.day) AS BIGINT)
          ) * 12
        ) * INTERVAL '1' MONTH AS DATE) > CAST('2000-01-01' AS DATE)
        THEN 1
        ELSE 0
      END
      WHEN NOT (
        CAST('2000-01-01' AS DATE) >= events.day
      )
      THEN -(
        CAST(EXTRACT(YEAR FROM events.day) AS BIGINT) - CAST(EXTRACT(YEAR FROM CAST('2000-01-01' AS DATE)) AS BIGINT) - CASE
          WHEN CAST(CAST('2000-01-01' AS DATE) + (
            (
              CAST(EXTRACT(YEAR FROM events.day) AS BIGINT) - CAST(EXTRACT(YEAR FROM CAST('2000-01-01' AS DATE)) AS BIGINT)
            ) * 12
          ) * INTERVAL '1' MONTH AS DATE) > events.day
          THEN 1
          ELSE 0
        END
      )
    END
  ) AS years
FROM events
GROUP BY
  1
ORDER BY
  events.id NULLS LAST;
-- postgres:
--   -  MAX(CAST(events.day + INTERVAL '1' MONTH AS DATE)) AS later,
--   +  MAX(CAST(events.day + INTERVAL '1 MONTH' AS DATE)) AS later,
--   -  MAX(DATE_DIFF('DAY', events.day, CAST('2000-01-01' AS DATE))) AS until,
--   +  MAX((
--   +    CAST('2000-01-01' AS DATE) - events.day
--   +  )) AS until,
--   -        ) * INTERVAL '1' MONTH AS DATE) > CAST('2000-01-01' AS DATE)
--   +        ) * INTERVAL '1 MONTH' AS DATE) > CAST('2000-01-01' AS DATE)
--   -          ) * INTERVAL '1' MONTH AS DATE) > events.day
--   +          ) * INTERVAL '1 MONTH' AS DATE) > events.day
--   -  events.id NULLS LAST
--   +  events.id ASC
-- snowflake:
--   -  MAX(CAST(events.day + INTERVAL '1' MONTH AS DATE)) AS later,
--   -  MAX(CAST(EXTRACT(ISODOW FROM events.day) AS BIGINT)) AS weekday,
--   -  MAX(DATE_DIFF('DAY', events.day, CAST('2000-01-01' AS DATE))) AS until,
--   +  MAX(DATEADD(MONTH, 1, events.day)) AS later,
--   +  MAX(DAYOFWEEKISO(events.day)) AS weekday,
--   +  MAX(DATEDIFF(DAY, events.day, TO_DATE('2000-01-01', 'YYYY-MM-DD'))) AS until,
--   -      WHEN CAST('2000-01-01' AS DATE) >= events.day
--   -      THEN CAST(EXTRACT(YEAR FROM CAST('2000-01-01' AS DATE)) AS BIGINT) - CAST(EXTRACT(YEAR FROM events.day) AS BIGINT) - CASE
--   -        WHEN CAST(events.day + (
--   +      WHEN TO_DATE('2000-01-01', 'YYYY-MM-DD') >= events.day
--   +      THEN CAST(DATE_PART(YEAR, TO_DATE('2000-01-01', 'YYYY-MM-DD')) AS BIGINT) - CAST(DATE_PART(YEAR, events.day) AS BIGINT) - CASE
--   +        WHEN DATEADD(
--   +          MONTH,
--   -            CAST(EXTRACT(YEAR FROM CAST('2000-01-01' AS DATE)) AS BIGINT) - CAST(EXTRACT(YEAR FROM events.day) AS BIGINT)
--   -          ) * 12
--   -        ) * INTERVAL '1' MONTH AS DATE) > CAST('2000-01-01' AS DATE)
--   +            CAST(DATE_PART(YEAR, TO_DATE('2000-01-01', 'YYYY-MM-DD')) AS BIGINT) - CAST(DATE_PART(YEAR, events.day) AS BIGINT)
--   +          ) * 12,
--   +          events.day
--   +        ) > TO_DATE('2000-01-01', 'YYYY-MM-DD')
--   -        CAST('2000-01-01' AS DATE) >= events.day
--   +        TO_DATE('2000-01-01', 'YYYY-MM-DD') >= events.day
--   -        CAST(EXTRACT(YEAR FROM events.day) AS BIGINT) - CAST(EXTRACT(YEAR FROM CAST('2000-01-01' AS DATE)) AS BIGINT) - CASE
--   -          WHEN CAST(CAST('2000-01-01' AS DATE) + (
--   +        CAST(DATE_PART(YEAR, events.day) AS BIGINT) - CAST(DATE_PART(YEAR, TO_DATE('2000-01-01', 'YYYY-MM-DD')) AS BIGINT) - CASE
--   +          WHEN DATEADD(
--   +            MONTH,
--   -              CAST(EXTRACT(YEAR FROM events.day) AS BIGINT) - CAST(EXTRACT(YEAR FROM CAST('2000-01-01' AS DATE)) AS BIGINT)
--   -            ) * 12
--   -          ) * INTERVAL '1' MONTH AS DATE) > events.day
--   +              CAST(DATE_PART(YEAR, events.day) AS BIGINT) - CAST(DATE_PART(YEAR, TO_DATE('2000-01-01', 'YYYY-MM-DD')) AS BIGINT)
--   +            ) * 12,
--   +            TO_DATE('2000-01-01', 'YYYY-MM-DD')
--   +          ) > events.day

-- timestamps too
--   max(events.hour) as hour, max(events.next_second) as day by events.id
SELECT
  events.id AS id,
  MAX(CAST(EXTRACT(HOUR FROM events.seen) AS BIGINT)) AS hour,
  MAX(CAST(events.seen + INTERVAL '1' SECOND AS DATE)) AS day
FROM events
GROUP BY
  1
ORDER BY
  events.id NULLS LAST;
-- postgres:
--   -  MAX(CAST(events.seen + INTERVAL '1' SECOND AS DATE)) AS day
--   +  MAX(CAST(events.seen + INTERVAL '1 SECOND' AS DATE)) AS day
--   -  events.id NULLS LAST
--   +  events.id ASC
-- snowflake:
--   -  MAX(CAST(EXTRACT(HOUR FROM events.seen) AS BIGINT)) AS hour,
--   -  MAX(CAST(events.seen + INTERVAL '1' SECOND AS DATE)) AS day
--   +  MAX(CAST(DATE_PART(HOUR, events.seen) AS BIGINT)) AS hour,
--   +  MAX(CAST(DATEADD(SECOND, 1, events.seen) AS DATE)) AS day

-- weeks
--   sum(events.n) as n by week for 1969-12-22 to 1970-01-11
WITH events_scan /* sum_n */ AS (
  SELECT
    CAST(DATE_TRUNC('week', events.day) AS DATE) AS week,
    SUM(events.n) AS sum_n
  FROM events
  WHERE
    events.day >= CAST('1969-12-22' AS DATE)
    AND events.day < CAST('1970-01-12' AS DATE)
  GROUP BY
    1
), weeks /* every week */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('1969-12-22' AS DATE), CAST('1970-01-05' AS DATE), INTERVAL '1' WEEK)
    ) AS DATE) AS week
), answer /* one row for each group */ AS (
  SELECT
    stacked.week,
    MAX(stacked.sum_n) AS sum_n
  FROM (
    SELECT
      events_scan.week AS week,
      events_scan.sum_n AS sum_n
    FROM events_scan
    UNION ALL
    SELECT
      weeks.week AS week,
      NULL AS sum_n
    FROM weeks
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.week AS week,
  COALESCE(answer.sum_n, 0) AS n
FROM answer
ORDER BY
  answer.week NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('week', events.day) AS DATE) AS week,
--   +    CAST(DATE_TRUNC('week', CAST(events.day AS TIMESTAMP)) AS DATE) AS week,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('1969-12-22' AS DATE), CAST('1970-01-05' AS DATE), INTERVAL '1' WEEK)
--   -    ) AS DATE) AS week
--   +    CAST(series.start AS DATE) AS week
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('1969-12-22' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('1970-01-05' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 WEEK'
--   +  ) AS series(start)
--   -      NULL AS sum_n
--   +      CAST(NULL AS DECIMAL) AS sum_n
--   -  answer.week NULLS LAST
--   +  answer.week ASC
-- snowflake:
--   -    CAST(DATE_TRUNC('week', events.day) AS DATE) AS week,
--   +    CAST(DATEADD(DAY, 1 - DAYOFWEEKISO(events.day), events.day) AS DATE) AS week,
--   -    events.day >= CAST('1969-12-22' AS DATE)
--   -    AND events.day < CAST('1970-01-12' AS DATE)
--   +    events.day >= TO_DATE('1969-12-22', 'YYYY-MM-DD')
--   +    AND events.day < TO_DATE('1970-01-12', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('1969-12-22' AS DATE), CAST('1970-01-05' AS DATE), INTERVAL '1' WEEK)
--   -    ) AS DATE) AS week
--   +    DATEADD(DAY, numbers.n * 7, TO_DATE('1969-12-22', 'YYYY-MM-DD')) AS week
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_n

-- a spine of 4,000 days
--   sum(events.n) as n by day for 2030-01-01 to 2040-12-13 having n > 0
WITH events_scan /* sum_n */ AS (
  SELECT
    events.day AS day,
    SUM(events.n) AS sum_n
  FROM events
  WHERE
    events.day >= CAST('2030-01-01' AS DATE)
    AND events.day < CAST('2040-12-14' AS DATE)
  GROUP BY
    1
), days /* every day */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2030-01-01' AS DATE), CAST('2040-12-13' AS DATE), INTERVAL '1' DAY)
    ) AS DATE) AS day
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.sum_n) AS sum_n
  FROM (
    SELECT
      events_scan.day AS day,
      events_scan.sum_n AS sum_n
    FROM events_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS sum_n
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.sum_n, 0) AS n
FROM answer
WHERE
  COALESCE(answer.sum_n, 0) > 0
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2030-01-01' AS DATE), CAST('2040-12-13' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    CAST(series.start AS DATE) AS day
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2030-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2040-12-13' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 DAY'
--   +  ) AS series(start)
--   -      NULL AS sum_n
--   +      CAST(NULL AS DECIMAL) AS sum_n
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    events.day >= CAST('2030-01-01' AS DATE)
--   -    AND events.day < CAST('2040-12-14' AS DATE)
--   +    events.day >= TO_DATE('2030-01-01', 'YYYY-MM-DD')
--   +    AND events.day < TO_DATE('2040-12-14', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2030-01-01' AS DATE), CAST('2040-12-13' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    DATEADD(DAY, numbers.n, TO_DATE('2030-01-01', 'YYYY-MM-DD')) AS day
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 4000))
--   +  ) AS numbers
--   -      NULL AS sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_n

-- the days of it
--   count(sum(events.n) per day) as days, sum(sum(events.n) per day) as n for 2030-01-01 to 2040-12-13
WITH events_by_day /* sum_n of each day */ AS (
  SELECT
    events.day AS starting_day,
    SUM(events.n) AS sum_n
  FROM events
  WHERE
    events.day >= CAST('2030-01-01' AS DATE)
    AND events.day < CAST('2040-12-14' AS DATE)
  GROUP BY
    1
), days /* every day that has begun */ AS (
  SELECT
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2029-12-31' AS DATE), CAST('2040-12-15' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  WHERE
    series.atom >= CAST('2030-01-01' AS DATE)
    AND series.atom < CAST('2040-12-14' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2101-01-01' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    events_by_day.starting_day AS seen
  FROM events_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days.day
  FROM days
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= days.starts AND days_with_rows.seen < days.ends
), events_scan /* sum_n */ AS (
  SELECT
    days_seen.day AS day,
    SUM(events_by_day.sum_n) AS sum_n
  FROM events_by_day
  INNER JOIN days_seen
    ON events_by_day.starting_day = days_seen.seen
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.sum_n) AS sum_n
  FROM (
    SELECT
      events_scan.day AS day,
      events_scan.sum_n AS sum_n
    FROM events_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS sum_n
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  COUNT(COALESCE(rows_per_key.sum_n, 0)) AS days,
  COALESCE(SUM(COALESCE(rows_per_key.sum_n, 0)), 0) AS n
FROM rows_per_key;
-- postgres:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2029-12-31' AS DATE), CAST('2040-12-15' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2029-12-31' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2040-12-15' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS sum_n
--   +      CAST(NULL AS DECIMAL) AS sum_n
-- snowflake:
--   -    events.day >= CAST('2030-01-01' AS DATE)
--   -    AND events.day < CAST('2040-12-14' AS DATE)
--   +    events.day >= TO_DATE('2030-01-01', 'YYYY-MM-DD')
--   +    AND events.day < TO_DATE('2040-12-14', 'YYYY-MM-DD')
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2029-12-31' AS DATE), CAST('2040-12-15' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2029-12-31', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 4003))
--   +    ) AS numbers
--   -    series.atom >= CAST('2030-01-01' AS DATE)
--   -    AND series.atom < CAST('2040-12-14' AS DATE)
--   +    series.atom >= TO_DATE('2030-01-01', 'YYYY-MM-DD')
--   +    AND series.atom < TO_DATE('2040-12-14', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2101-01-01' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2101-01-01', 'YYYY-MM-DD')
--   -      NULL AS sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_n
