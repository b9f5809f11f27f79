namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>Builds a schedule one task after the other, in the order of keys, each at its best start.</summary>
/// <remarks>Where a greatest distance leaves no start, what was placed too early is taken out and made to wait, a bounded number of times; then the task is left out with what depends on it.</remarks>
internal sealed class Construction
{
    private readonly Network _network;
    private readonly Draftboard _board;
    private readonly SearchBudget _budget;
    private readonly int[] _waiting;
    private readonly int[] _notBefore;
    private readonly int[] _rank;
    private readonly PriorityQueue<int, (long, int)> _open = new();

    public Construction(Network network, Draftboard board, SearchBudget budget)
    {
        (_network, _board, _budget) = (network, board, budget);
        (_waiting, _notBefore) = (new int[board.Problem.Count], new int[board.Problem.Count]);
        _rank = Ranks(network);
    }

    /// <summary>Fills the board.</summary>
    /// <param name="keys">The smallest first, among those whose predecessors are placed.</param>
    public void Run(long[] keys)
    {
        _board.Clear();
        Array.Clear(_notBefore);
        CountWaiting(keys);
        for (var repairs = _network.HasGreatest ? (10 * _board.Problem.Count) + 100 : 0; _open.TryDequeue(out var task, out _);)
        {
            _budget.Spend(1);
            if (!_board.IsPlaced(task) && !TryPlace(task) && repairs > 0 && MakeRoom(task, keys))
            {
                repairs--;
                continue;
            }

            foreach (var next in _network.From[task])
            {
                if (IsForward(task, next) && --_waiting[next.Task] == 0)
                {
                    _open.Enqueue(next.Task, (keys[next.Task], next.Task));
                }
            }
        }

        Desert();
    }

    private static int[] Ranks(Network network)
    {
        var rank = new int[network.Problem.Count];
        Array.Fill(rank, int.MaxValue);
        for (var at = 0; at < network.Order.Length; at++)
        {
            rank[network.Order[at]] = at;
        }

        return rank;
    }

    // Tasks whose starts hang together both ways are in no order; there the index decides.
    private bool IsForward(int task, LagEnd next) => next.Least >= 0 && (_rank[task], task).CompareTo((_rank[next.Task], next.Task)) < 0;

    private void CountWaiting(long[] keys)
    {
        Array.Clear(_waiting);
        _open.Clear();
        for (var task = 0; task < _waiting.Length; task++)
        {
            foreach (var next in _network.From[task])
            {
                _waiting[next.Task] += IsForward(task, next) ? 1 : 0;
            }
        }

        for (var task = 0; task < _waiting.Length; task++)
        {
            if (_waiting[task] == 0)
            {
                _open.Enqueue(task, (keys[task], task));
            }
        }
    }

    private bool TryPlace(int task)
    {
        var (from, to) = _board.BoundsOf(task);
        var start = from <= to ? _board.BestStart(task, Math.Max(from, _notBefore[task]), to) : Timetable.Nowhere;
        if (start != Timetable.Nowhere)
        {
            _board.Place(task, start);
        }

        return start != Timetable.Nowhere;
    }

    /// <summary>Takes out what cannot be without a task that was taken out to make room and found none again.</summary>
    private void Desert()
    {
        for (var isMoving = _network.HasGreatest; isMoving;)
        {
            isMoving = false;
            for (var task = 0; task < _waiting.Length; task++)
            {
                if (_board.IsPlaced(task) && !_board.IsReady(task))
                {
                    _board.Remove(task);
                    isMoving = true;
                }
            }
        }
    }

    /// <summary>Takes out what was placed too early for a task to follow in time.</summary>
    private bool MakeRoom(int task, long[] keys)
    {
        var (from, _) = _board.BoundsOf(task);
        var start = _board.IsReady(task) ? _board.Table.Earliest(task, Math.Max(from, _notBefore[task]), _network.Latest[task]) : Timetable.Nowhere;
        if (start == Timetable.Nowhere)
        {
            return false;
        }

        var early = int.MaxValue;
        foreach (var next in _network.From[task])
        {
            if (_board.IsPlaced(next.Task) && _board.Table.Starts[next.Task] < start + next.Least)
            {
                early = Math.Min(early, _board.Table.Starts[next.Task]);
                _notBefore[next.Task] = Math.Max(_notBefore[next.Task], start + next.Least);
                if (_notBefore[next.Task] > _network.Latest[next.Task])
                {
                    return false;
                }
            }
        }

        if (early == int.MaxValue)
        {
            return false;
        }

        for (var other = 0; other < _waiting.Length; other++)
        {
            if (_board.IsPlaced(other) && (_board.Table.Starts[other] >= early))
            {
                _board.Remove(other);
            }
        }

        CountWaiting(keys);
        return true;
    }
}
