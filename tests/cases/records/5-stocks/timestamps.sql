-- days end at local midnight
--   count(sessions at start) as s, count(sessions) as begun, count(sessions on ended_at) as ended, count(sessions at end) as e by day for 2025-01-01 to 2025-01-03
WITH days /* every day, from `starts` to before `ends` */ AS (
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
    COUNT(*) AS count_sessions_at_start
  FROM sessions
  JOIN days
    ON sessions.began_at < CAST(days.starts AS TIMESTAMP) AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC'
    AND (
      sessions.ended_at IS NULL
      OR sessions.ended_at >= CAST(days.starts AS TIMESTAMP) AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC'
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
), sessions_at_end_scan /* count_sessions_at_end */ AS (
  SELECT
    days.day AS day,
    COUNT(*) AS count_sessions_at_end
  FROM sessions
  JOIN days
    ON sessions.began_at < CAST(days.ends AS TIMESTAMP) AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC'
    AND (
      sessions.ended_at IS NULL
      OR sessions.ended_at >= CAST(days.ends AS TIMESTAMP) AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC'
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
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-03' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(CAST('2025-01-01' AS DATE) + numbers.n * INTERVAL '1 DAY' AS DATE) AS day
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
--   +        n <= DATEDIFF(DAY, CAST('2025-01-01' AS DATE), CAST('2025-01-03' AS DATE))
--   +    ) AS numbers
--   -    ON sessions.began_at < CAST(days.starts AS TIMESTAMP) AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC'
--   +    ON sessions.began_at < CONVERT_TIMEZONE('Asia/Tokyo', 'UTC', CAST(days.starts AS TIMESTAMP))
--   -      OR sessions.ended_at >= CAST(days.starts AS TIMESTAMP) AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC'
--   +      OR sessions.ended_at >= CONVERT_TIMEZONE('Asia/Tokyo', 'UTC', CAST(days.starts AS TIMESTAMP))
--   -    CAST(sessions.began_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Tokyo' AS DATE) AS day,
--   +    CAST(CONVERT_TIMEZONE('UTC', 'Asia/Tokyo', sessions.began_at) AS DATE) AS day,
--   -    CAST(sessions.ended_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Tokyo' AS DATE) AS day,
--   +    CAST(CONVERT_TIMEZONE('UTC', 'Asia/Tokyo', sessions.ended_at) AS DATE) AS day,
--   -    ON sessions.began_at < CAST(days.ends AS TIMESTAMP) AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC'
--   +    ON sessions.began_at < CONVERT_TIMEZONE('Asia/Tokyo', 'UTC', CAST(days.ends AS TIMESTAMP))
--   -      OR sessions.ended_at >= CAST(days.ends AS TIMESTAMP) AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC'
--   +      OR sessions.ended_at >= CONVERT_TIMEZONE('Asia/Tokyo', 'UTC', CAST(days.ends AS TIMESTAMP))
--   -  answer.day NULLS LAST
--   +  answer.day ASC
