-- ask: growth(average_order, 1 year) as growth by month, orders.channel for last 24 months
-- at most: 1.2
WITH monthly AS (
    SELECT date_trunc('month', ordered_at)::DATE AS month, channel, avg(amount) AS average_order
    FROM orders
    WHERE ordered_at >= '2022-01-01' AND ordered_at < '2025-01-01'
    GROUP BY 1, 2
)
SELECT own.month, own.channel, (own.average_order - prior.average_order) / abs(prior.average_order) AS growth
FROM monthly AS own
LEFT JOIN monthly AS prior
    ON prior.month = own.month - INTERVAL '1' YEAR AND prior.channel IS NOT DISTINCT FROM own.channel
WHERE own.month >= '2023-01-01'
ORDER BY 1, 2
