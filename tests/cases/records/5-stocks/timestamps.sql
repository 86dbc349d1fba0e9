-- days end at local midnight
--   count(sessions at start) as s, count(sessions) as begun, count(sessions on ended_at) as ended, count(sessions at end) as e by day for 2025-01-01 to 2025-01-03
WITH sessions_by_days /* count_sessions_at_start by the days in which they begin and end */ AS (
  SELECT
    CAST(sessions.began_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Tokyo' AS DATE) AS first_day,
    CAST(sessions.ended_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Tokyo' AS DATE) AS last_day,
    COUNT(*) AS count_sessions_at_start
  FROM sessions
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
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-03' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS day
  ) AS series
), sessions_at_start_scan /* count_sessions_at_start */ AS (
  SELECT
    days.day AS day,
    SUM(sessions_by_days.count_sessions_at_start) AS count_sessions_at_start
  FROM sessions_by_days
  INNER JOIN days
    ON sessions_by_days.first_day < days.starts
    AND (
      sessions_by_days.last_day IS NULL OR sessions_by_days.last_day >= days.starts
    )
  GROUP BY
    1
), sessions_scan /* count_sessions */ AS (
  SELECT
    CAST(sessions.began_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Tokyo' AS DATE) AS day,
    COUNT(*) AS count_sessions
  FROM sessions
  WHERE
    sessions.began_at >= CAST('2024-12-31 15:00:00' AS TIMESTAMP)
    AND sessions.began_at < CAST('2025-01-03 15:00:00' AS TIMESTAMP)
  GROUP BY
    1
), sessions_scan_2 /* count_sessions_2 */ AS (
  SELECT
    CAST(sessions.ended_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Tokyo' AS DATE) AS day,
    COUNT(*) AS count_sessions_2
  FROM sessions
  WHERE
    sessions.ended_at >= CAST('2024-12-31 15:00:00' AS TIMESTAMP)
    AND sessions.ended_at < CAST('2025-01-03 15:00:00' AS TIMESTAMP)
  GROUP BY
    1
), sessions_by_days_2 /* count_sessions_at_end by the days in which they begin and end */ AS (
  SELECT
    CAST(sessions.began_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Tokyo' AS DATE) AS first_day,
    CAST(sessions.ended_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Tokyo' AS DATE) AS last_day,
    COUNT(*) AS count_sessions_at_end
  FROM sessions
  GROUP BY
    1,
    2
), sessions_at_end_scan /* count_sessions_at_end */ AS (
  SELECT
    days.day AS day,
    SUM(sessions_by_days_2.count_sessions_at_end) AS count_sessions_at_end
  FROM sessions_by_days_2
  INNER JOIN days
    ON sessions_by_days_2.first_day < days.ends
    AND (
      sessions_by_days_2.last_day IS NULL OR sessions_by_days_2.last_day >= days.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.count_sessions_at_start) AS count_sessions_at_start,
    MAX(stacked.count_sessions) AS count_sessions,
    MAX(stacked.count_sessions_2) AS count_sessions_2,
    MAX(stacked.count_sessions_at_end) AS count_sessions_at_end
  FROM (
    SELECT
      sessions_at_start_scan.day AS day,
      sessions_at_start_scan.count_sessions_at_start AS count_sessions_at_start,
      NULL AS count_sessions,
      NULL AS count_sessions_2,
      NULL AS count_sessions_at_end
    FROM sessions_at_start_scan
    UNION ALL
    SELECT
      sessions_scan.day AS day,
      NULL AS count_sessions_at_start,
      sessions_scan.count_sessions AS count_sessions,
      NULL AS count_sessions_2,
      NULL AS count_sessions_at_end
    FROM sessions_scan
    UNION ALL
    SELECT
      sessions_scan_2.day AS day,
      NULL AS count_sessions_at_start,
      NULL AS count_sessions,
      sessions_scan_2.count_sessions_2 AS count_sessions_2,
      NULL AS count_sessions_at_end
    FROM sessions_scan_2
    UNION ALL
    SELECT
      sessions_at_end_scan.day AS day,
      NULL AS count_sessions_at_start,
      NULL AS count_sessions,
      NULL AS count_sessions_2,
      sessions_at_end_scan.count_sessions_at_end AS count_sessions_at_end
    FROM sessions_at_end_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS count_sessions_at_start,
      NULL AS count_sessions,
      NULL AS count_sessions_2,
      NULL AS count_sessions_at_end
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.count_sessions_at_start, 0) AS s,
  COALESCE(answer.count_sessions, 0) AS begun,
  COALESCE(answer.count_sessions_2, 0) AS ended,
  COALESCE(answer.count_sessions_at_end, 0) AS e
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-03' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(series.start AS DATE) AS day
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-01-03' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_sessions,
--   -      NULL AS count_sessions_2,
--   -      NULL AS count_sessions_at_end
--   +      CAST(NULL AS DECIMAL) AS count_sessions,
--   +      CAST(NULL AS DECIMAL) AS count_sessions_2,
--   +      CAST(NULL AS DECIMAL) AS count_sessions_at_end
--   -      NULL AS count_sessions_at_start,
--   +      CAST(NULL AS DECIMAL) AS count_sessions_at_start,
--   -      NULL AS count_sessions_2,
--   -      NULL AS count_sessions_at_end
--   +      CAST(NULL AS DECIMAL) AS count_sessions_2,
--   +      CAST(NULL AS DECIMAL) AS count_sessions_at_end
--   -      NULL AS count_sessions_at_start,
--   -      NULL AS count_sessions,
--   +      CAST(NULL AS DECIMAL) AS count_sessions_at_start,
--   +      CAST(NULL AS DECIMAL) AS count_sessions,
--   -      NULL AS count_sessions_at_end
--   +      CAST(NULL AS DECIMAL) AS count_sessions_at_end
--   -      NULL AS count_sessions_at_start,
--   -      NULL AS count_sessions,
--   -      NULL AS count_sessions_2,
--   +      CAST(NULL AS DECIMAL) AS count_sessions_at_start,
--   +      CAST(NULL AS DECIMAL) AS count_sessions,
--   +      CAST(NULL AS DECIMAL) AS count_sessions_2,
--   -      NULL AS count_sessions_at_start,
--   -      NULL AS count_sessions,
--   -      NULL AS count_sessions_2,
--   -      NULL AS count_sessions_at_end
--   +      CAST(NULL AS DECIMAL) AS count_sessions_at_start,
--   +      CAST(NULL AS DECIMAL) AS count_sessions,
--   +      CAST(NULL AS DECIMAL) AS count_sessions_2,
--   +      CAST(NULL AS DECIMAL) AS count_sessions_at_end
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(sessions.began_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Tokyo' AS DATE) AS first_day,
--   -    CAST(sessions.ended_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Tokyo' AS DATE) AS last_day,
--   +    CAST(CONVERT_TIMEZONE('UTC', 'Asia/Tokyo', sessions.began_at) AS DATE) AS first_day,
--   +    CAST(CONVERT_TIMEZONE('UTC', 'Asia/Tokyo', sessions.ended_at) AS DATE) AS last_day,
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, series.day) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-03' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS day
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +    ) AS numbers
--   -    CAST(sessions.began_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Tokyo' AS DATE) AS day,
--   +    CAST(CONVERT_TIMEZONE('UTC', 'Asia/Tokyo', sessions.began_at) AS DATE) AS day,
--   -    sessions.began_at >= CAST('2024-12-31 15:00:00' AS TIMESTAMP)
--   -    AND sessions.began_at < CAST('2025-01-03 15:00:00' AS TIMESTAMP)
--   +    sessions.began_at >= TO_TIMESTAMP_NTZ('2024-12-31 15:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND sessions.began_at < TO_TIMESTAMP_NTZ('2025-01-03 15:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    CAST(sessions.ended_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Tokyo' AS DATE) AS day,
--   +    CAST(CONVERT_TIMEZONE('UTC', 'Asia/Tokyo', sessions.ended_at) AS DATE) AS day,
--   -    sessions.ended_at >= CAST('2024-12-31 15:00:00' AS TIMESTAMP)
--   -    AND sessions.ended_at < CAST('2025-01-03 15:00:00' AS TIMESTAMP)
--   +    sessions.ended_at >= TO_TIMESTAMP_NTZ('2024-12-31 15:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND sessions.ended_at < TO_TIMESTAMP_NTZ('2025-01-03 15:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    CAST(sessions.began_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Tokyo' AS DATE) AS first_day,
--   -    CAST(sessions.ended_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Tokyo' AS DATE) AS last_day,
--   +    CAST(CONVERT_TIMEZONE('UTC', 'Asia/Tokyo', sessions.began_at) AS DATE) AS first_day,
--   +    CAST(CONVERT_TIMEZONE('UTC', 'Asia/Tokyo', sessions.ended_at) AS DATE) AS last_day,
--   -      NULL AS count_sessions,
--   -      NULL AS count_sessions_2,
--   -      NULL AS count_sessions_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_sessions,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_sessions_2,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_sessions_at_end
--   -      NULL AS count_sessions_at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_sessions_at_start,
--   -      NULL AS count_sessions_2,
--   -      NULL AS count_sessions_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_sessions_2,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_sessions_at_end
--   -      NULL AS count_sessions_at_start,
--   -      NULL AS count_sessions,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_sessions_at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_sessions,
--   -      NULL AS count_sessions_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_sessions_at_end
--   -      NULL AS count_sessions_at_start,
--   -      NULL AS count_sessions,
--   -      NULL AS count_sessions_2,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_sessions_at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_sessions,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_sessions_2,
--   -      NULL AS count_sessions_at_start,
--   -      NULL AS count_sessions,
--   -      NULL AS count_sessions_2,
--   -      NULL AS count_sessions_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_sessions_at_start,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_sessions,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_sessions_2,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_sessions_at_end
