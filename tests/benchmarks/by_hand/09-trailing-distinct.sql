-- ask: trailing(buyers, 7 days) as buyers_7_days by day for last 12 months
-- at most: 1.2
WITH daily AS (
    SELECT DISTINCT ordered_at::DATE AS day, customer_id
    FROM orders
    WHERE ordered_at >= '2023-12-26' AND ordered_at < '2025-01-01'
)
SELECT day + later AS day, count(DISTINCT customer_id) AS buyers_7_days
FROM daily
CROSS JOIN (VALUES (0), (1), (2), (3), (4), (5), (6)) AS days(later)
WHERE day + later BETWEEN '2024-01-01' AND '2024-12-31'
GROUP BY 1
ORDER BY 1
