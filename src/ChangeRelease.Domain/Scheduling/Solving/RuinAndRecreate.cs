namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>Takes some tasks that have to do with one another out of a schedule and puts them back another way, over and over.</summary>
/// <remarks>A little worse is accepted in the beginning, and less and less.</remarks>
internal sealed partial class RuinAndRecreate
{
    private const int MostRuined = 40;
    private const int MostRivals = 12;

    private readonly Network _network;
    private readonly Draftboard _board;
    private readonly Chance _chance;
    private readonly SearchBudget _budget;
    private readonly int[][] _users;
    private readonly Action<int[], Worth> _better;
    private readonly List<int> _ruined = [];
    private readonly List<(int Task, int Start)> _before = [];
    private readonly int[] _touched;
    private readonly int[] _tried;
    private readonly int[] _order;
    private int _round;
    private int _pass;
    private Worth _now;
    private Worth _best = Worth.Worst;
    private double _scale;

    public RuinAndRecreate(Network network, Draftboard board, Chance chance, SearchBudget budget, Action<int[], Worth> better)
    {
        (_network, _board, _chance, _budget, _better) = (network, board, chance, budget, better);
        (_touched, _tried) = (new int[board.Problem.Count], new int[board.Problem.Count]);
        _order = RankOf(network);
        _users = UsersOf(board.Problem);
    }

    /// <summary>The part of the budget at which nothing worse is accepted any more.</summary>
    public double Cold { get; init; } = 1;

    /// <summary>Goes on from a schedule until some part of the budget is spent.</summary>
    public void Run(int[] starts, Worth bound, double until)
    {
        _board.Load(starts);
        _now = _board.Worth;
        _best = _now < _best ? _now : _best;
        _scale = Math.Max(1.0, 0.5 * (_now.Soft - Math.Min(bound.Soft, _now.Soft)) / Math.Max(1, _board.Problem.Count));
        while (!_budget.IsSpent && _budget.Share < until && _best > bound)
        {
            Move();
        }
    }

    private static int[] RankOf(Network network)
    {
        var rank = new int[network.Problem.Count];
        for (var at = 0; at < network.Order.Length; at++)
        {
            rank[network.Order[at]] = at + 1;
        }

        return rank;
    }

    private static int[][] UsersOf(CompactProblem problem)
    {
        var users = problem.Tasks.SelectMany((task, index) => task.Uses.Select(use => (use.Resource, index))).ToLookup(pair => pair.Resource, pair => pair.index);
        return Enumerable.Range(0, problem.Resources.Length).Select(resource => users[resource].Distinct().ToArray()).ToArray();
    }

    private void Move()
    {
        _round++;
        _ruined.Clear();
        _before.Clear();
        Choose();
        var spent = Ruin();
        Recreate();
        _budget.Spend(spent + _before.Count);
        var after = _board.Worth;
        if (IsAccepted(after))
        {
            _now = after;
            if (after < _best)
            {
                _best = after;
                _better(_board.Table.Starts, after);
            }
        }
        else
        {
            Restore();
        }
    }

    private bool IsAccepted(Worth after)
    {
        if (after <= _now)
        {
            return true;
        }

        var heat = _scale * Math.Pow(Math.Max(0, 1 - (_budget.Share / Cold)), 2);
        return after.Hard == _now.Hard && after.Soft - _now.Soft < -heat * Math.Log(_chance.Share() + 1e-12);
    }

    private int Ruin()
    {
        foreach (var task in _ruined)
        {
            _before.Add((task, _board.Table.Starts[task]));
            if (_board.IsPlaced(task))
            {
                _board.Remove(task);
            }
        }

        return _ruined.Count;
    }

    private void Recreate()
    {
        var keys = new (long Key, int Task)[_ruined.Count];
        var manner = _chance.Below(4);
        for (var at = 0; at < keys.Length; at++)
        {
            keys[at] = (KeyOf(_ruined[at], manner), _ruined[at]);
        }

        Array.Sort(keys);
        for (var pass = 0; pass < 2; pass++)
        {
            _pass++;
            foreach (var (_, task) in keys)
            {
                Insert(task);
            }
        }

        for (var at = 0; at < _ruined.Count; at++)
        {
            if (!_board.IsPlaced(_ruined[at]))
            {
                Desert(_ruined[at]);
            }
        }
    }

    /// <summary>Takes out what cannot be without a task that is left out.</summary>
    private void Desert(int task)
    {
        foreach (var dependent in _board.Dependents[task])
        {
            if (_board.IsPlaced(dependent))
            {
                TakeOut(dependent);
                Desert(dependent);
            }
        }
    }

    private void TakeOut(int task)
    {
        if (_touched[task] != _round)
        {
            Mark(task);
            _before.Add((task, _board.Table.Starts[task]));
        }

        _board.Remove(task);
    }

    private long KeyOf(int task, int manner) => manner switch
    {
        0 => _order[task],
        1 => _network.Latest[task],
        2 => _chance.Below(1 << 20),
        _ => SlopeOf(task),
    };

    private long SlopeOf(int task)
    {
        var slope = 0L;
        foreach (var ramp in _board.Problem.Tasks[task].Ramps)
        {
            slope += ramp.After;
        }

        return -(slope << 10) / _board.Problem.Tasks[task].Length;
    }

    /// <summary>Places a task, after what it depends on; what stands in its way behind it is taken out and placed anew.</summary>
    private void Insert(int task)
    {
        if (_board.IsPlaced(task) || _tried[task] == _pass)
        {
            return;
        }

        _tried[task] = _pass;
        foreach (var lag in _network.To[task])
        {
            if (_touched[lag.Task] == _round && lag.Least >= 0)
            {
                Insert(lag.Task);
            }
        }

        if (_board.IsPlaced(task) || !_board.IsReady(task))
        {
            return;
        }

        var (from, to) = _board.BoundsOf(task);
        var start = from <= to ? _board.BestStart(task, from, to) : Timetable.Nowhere;
        if (start == Timetable.Nowhere && Release(task))
        {
            (from, to) = _board.BoundsOf(task);
            start = from <= to ? _board.BestStart(task, from, to) : Timetable.Nowhere;
        }

        if (start != Timetable.Nowhere)
        {
            _board.Place(task, start);
        }

        foreach (var lag in _network.From[task])
        {
            if (_touched[lag.Task] == _round)
            {
                Insert(lag.Task);
            }
        }
    }

    /// <summary>Takes out what follows a task and is placed.</summary>
    private bool Release(int task)
    {
        var any = false;
        foreach (var lag in _network.From[task])
        {
            if (_board.IsPlaced(lag.Task) && lag.Least >= 0 && _touched[lag.Task] != _round)
            {
                TakeOut(lag.Task);
                Release(lag.Task);
                any = true;
            }
        }

        return any;
    }

    private void Restore()
    {
        foreach (var (task, _) in _before)
        {
            if (_board.IsPlaced(task))
            {
                _board.Remove(task);
            }
        }

        foreach (var (task, start) in _before)
        {
            if (start != Timetable.Nowhere)
            {
                _board.Place(task, start);
            }
        }
    }
}
