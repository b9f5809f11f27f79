namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>Adds up costs where some of them are known to cost more together than each alone.</summary>
/// <remarks>Floors lie within one another or apart. What is below one is worth its sum or the floor, whichever is more.</remarks>
internal sealed class CostTree
{
    private readonly int[] _nodeOf;
    private readonly int[] _parent;
    private readonly long[] _floor;
    private readonly long[] _sum;
    private readonly long[] _room;

    /// <param name="tasks">The task of each cost.</param>
    /// <param name="floors">The floors, each before those that it lies in.</param>
    public CostTree(int[] tasks, IReadOnlyList<CostFloor> floors)
    {
        var root = floors.Count;
        (_nodeOf, _parent, _floor) = (new int[tasks.Length], new int[root + 1], [.. floors.Select(floor => floor.Least), long.MinValue]);
        (_sum, _room) = (new long[root + 1], new long[root + 1]);
        Array.Fill(_nodeOf, root);
        Array.Fill(_parent, root);
        for (var node = root - 1; node >= 0; node--)
        {
            var inside = floors[node].Tasks.ToHashSet();
            for (var cost = 0; cost < tasks.Length; cost++)
            {
                _nodeOf[cost] = inside.Contains(tasks[cost]) ? node : _nodeOf[cost];
            }

            for (var child = node - 1; child >= 0; child--)
            {
                _parent[child] = inside.Contains(floors[child].Tasks[0]) ? node : _parent[child];
            }
        }
    }

    /// <summary>The sum, by the floors.</summary>
    public long Sum(long[] costs)
    {
        Array.Clear(_sum);
        for (var cost = 0; cost < costs.Length; cost++)
        {
            _sum[_nodeOf[cost]] += costs[cost];
        }

        for (var node = 0; node < _sum.Length - 1; node++)
        {
            _sum[_parent[node]] += Math.Max(_sum[node], _floor[node]);
        }

        return _sum[^1];
    }

    /// <summary>Works out by how much each cost may rise before the sum does; after <see cref="Sum"/>.</summary>
    public void FindRoom()
    {
        _room[^1] = 0;
        for (var node = _sum.Length - 2; node >= 0; node--)
        {
            _room[node] = _room[_parent[node]] + Math.Max(0, _floor[node] - _sum[node]);
        }
    }

    /// <summary>By how much a cost may rise before the sum does.</summary>
    public long RoomOf(int cost) => _room[_nodeOf[cost]];

    /// <summary>By how much the sum falls at most, however much a cost does.</summary>
    public long MostFallOf(int cost)
    {
        var most = long.MaxValue;
        for (var node = _nodeOf[cost]; node < _sum.Length - 1; node = _parent[node])
        {
            most = Math.Min(most, Math.Max(0, _sum[node] - _floor[node]));
        }

        return most;
    }

    /// <summary>A cost falls.</summary>
    /// <returns>By how much the sum does.</returns>
    public long Fall(int cost, long by)
    {
        for (var node = _nodeOf[cost]; node < _sum.Length - 1 && by > 0; node = _parent[node])
        {
            var before = Math.Max(_sum[node], _floor[node]);
            _sum[node] -= by;
            by = before - Math.Max(_sum[node], _floor[node]);
        }

        _sum[^1] -= by;
        return by;
    }
}
