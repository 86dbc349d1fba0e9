-- ask: paid_web_share by month for last 24 months where orders.items >= 2
-- at most: 1.1
SELECT
    date_trunc('month', ordered_at)::DATE AS month,
    sum(amount) FILTER (WHERE channel = 'web' AND status = 'paid')
        / nullif(sum(amount) FILTER (WHERE status = 'paid'), 0) AS paid_web_share
FROM orders
WHERE ordered_at >= '2023-01-01' AND ordered_at < '2025-01-01' AND items >= 2
GROUP BY 1
ORDER BY 1
