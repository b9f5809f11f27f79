namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>Looks for the earliest end of all: orders of tasks are crossed, placed one task after the other, and pushed to the right and back to the left.</summary>
/// <remarks>For problems without greatest distances, whose only cost is the makespan.</remarks>
internal sealed class GeneticSearch
{
    private const int Population = 60;
    private const int Unfit = int.MaxValue;

    private readonly Network _network;
    private readonly Timetable _table;
    private readonly Chance _chance;
    private readonly SearchBudget _budget;
    private readonly int[] _keys;
    private readonly int[] _waiting;
    private readonly List<Individual> _all = [];
    private readonly Action<Individual> _better;
    private readonly int _count;
    private int _bound;
    private int _stale;

    public GeneticSearch(Network network, Timetable table, Chance chance, SearchBudget budget, int bound, Action<Individual> better)
    {
        (_network, _table, _chance, _budget, _bound, _better) = (network, table, chance, budget, bound, better);
        _count = network.Problem.Count;
        (_keys, _waiting) = (new int[_count], new int[_count]);
    }

    public Individual? Best { get; private set; }

    /// <summary>The end that none can be earlier than; what is proved meanwhile makes it later.</summary>
    public int Bound
    {
        get => _bound;
        set => _bound = Math.Max(_bound, value);
    }

    private bool IsOver => _budget.IsSpent || Best?.End <= Bound;

    /// <summary>Goes on until some part of the budget is spent, or the bound is met.</summary>
    public void Run(double until)
    {
        if (_all.Count == 0)
        {
            Found();
        }

        while (!IsOver && _budget.Share < until)
        {
            Breed();
        }
    }

    /// <summary>Takes in a schedule that was found elsewhere.</summary>
    public void Take(int[] starts)
    {
        var order = ByTimes(starts);
        var taken = new Individual(order, [.. starts], EndOf(starts));
        Keep(taken);
        if (_all.Count < Population)
        {
            _all.Add(taken);
        }
        else
        {
            Replace(taken);
        }
    }

    private void Found()
    {
        Add(Justified(Place(_network.Order)));
        while (_all.Count < Population && !IsOver)
        {
            Add(Justified(Place(Sampled())));
        }
    }

    private void Add(Individual individual)
    {
        Keep(individual);
        _all.Add(individual);
    }

    private void Breed()
    {
        var (mother, father) = (Chosen(), Chosen());
        if (mother.End == Unfit || father.End == Unfit)
        {
            Replace(Justified(Place(Sampled())));
            return;
        }

        var order = _chance.Below(2) switch
        {
            0 => Stirred(mother),
            _ => Crossed(mother, father),
        };
        Mutate(order);
        var child = Justified(Place(order));
        Keep(child);
        Replace(child);
        if (++_stale > 40 * Population)
        {
            Renew();
        }
    }

    private void Keep(Individual individual)
    {
        if (individual.End < (Best?.End ?? Unfit))
        {
            (Best, _stale) = (individual, 0);
            _better(individual);
        }
    }

    private Individual Chosen()
    {
        var (one, other) = (_all[_chance.Below(_all.Count)], _all[_chance.Below(_all.Count)]);
        return one.End <= other.End ? one : other;
    }

    private void Replace(Individual child)
    {
        var worst = 0;
        for (var at = 1; at < _all.Count; at++)
        {
            worst = _all[at].End >= _all[worst].End ? at : worst;
        }

        if (child.End <= _all[worst].End && !_all.Exists(one => one.End == child.End && one.Starts.AsSpan().SequenceEqual(child.Starts)))
        {
            _all[worst] = child;
        }
    }

    private void Renew()
    {
        _stale = 0;
        _all.Clear();
        if (Best is null)
        {
            Found();
            return;
        }

        _all.Add(Best);
        while (_all.Count < Population && !IsOver)
        {
            var order = _chance.Below(3) == 0 ? Shaken(Best.Order) : Sampled();
            Add(Justified(Place(order)));
        }
    }

    /// <summary>What runs in the busiest stretch of one parent stays together; what is before and after comes from the other.</summary>
    private int[] Crossed(Individual mother, Individual father)
    {
        var from = _chance.Below(mother.End);
        var until = from + 1 + _chance.Below(Math.Max(1, mother.End / 2));
        for (var at = 0; at < _count; at++)
        {
            _keys[father.Order[at]] = at;
        }

        var (first, last) = (int.MaxValue, int.MinValue);
        for (var task = 0; task < _count; task++)
        {
            if (Runs(mother, task, from, until))
            {
                (first, last) = (Math.Min(first, _keys[task]), Math.Max(last, _keys[task]));
            }
        }

        var middle = first == int.MaxValue ? 0 : first + _chance.Below(last - first + 1);
        for (var at = 0; at < _count; at++)
        {
            var task = mother.Order[at];
            _keys[task] = Runs(mother, task, from, until) ? (middle * _count) + at : (_keys[task] * _count) + _count;
        }

        return ByKeys();
    }

    private bool Runs(Individual individual, int task, int from, int until) =>
        individual.Starts[task] < until && individual.Starts[task] + _table.Problem.Tasks[task].Length > from;

    private void Mutate(int[] order)
    {
        for (var at = 1; at < order.Length; at++)
        {
            if (_chance.Below(200) == 0 && !Precedes(order[at - 1], order[at]))
            {
                (order[at - 1], order[at]) = (order[at], order[at - 1]);
            }
        }
    }

    private bool Precedes(int first, int second)
    {
        foreach (var end in _network.From[first])
        {
            if (end.Task == second)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An order in which some stretch of another is mixed.</summary>
    private int[] Shaken(int[] order)
    {
        for (var at = 0; at < _count; at++)
        {
            _keys[order[at]] = at;
        }

        var spread = 2 + _chance.Below(Math.Max(2, _count / 4));
        for (var task = 0; task < _count; task++)
        {
            _keys[task] += _chance.Below(spread) - (spread / 2);
        }

        return ByKeys();
    }

    /// <summary>The order of a schedule in which all that runs during some stretch is mixed.</summary>
    private int[] Stirred(Individual individual)
    {
        var from = _chance.Below(individual.End);
        var until = from + 1 + _chance.Below(Math.Max(1, individual.End / 3));
        for (var task = 0; task < _count; task++)
        {
            var start = individual.Starts[task];
            _keys[task] = start < until && start + _table.Problem.Tasks[task].Length > from ? from + _chance.Below(until - from) : start < from ? start : Math.Max(start, until);
        }

        return ByKeys();
    }

    /// <summary>A random order that leans towards what may be late least.</summary>
    private int[] Sampled()
    {
        var spread = 1 + _chance.Below(Math.Max(2, 2 * (_table.Problem.Tasks.Sum(task => task.Length) / Math.Max(1, _count)) * 4));
        for (var task = 0; task < _count; task++)
        {
            _keys[task] = _network.Latest[task] + _chance.Below(spread);
        }

        return ByKeys();
    }

    private int[] ByKeys()
    {
        Array.Clear(_waiting);
        foreach (var lag in _table.Problem.Lags)
        {
            _waiting[lag.To]++;
        }

        var open = new PriorityQueue<int, (int, int)>();
        for (var task = 0; task < _count; task++)
        {
            if (_waiting[task] == 0)
            {
                open.Enqueue(task, (_keys[task], task));
            }
        }

        var (order, count) = (new int[_count], 0);
        while (open.TryDequeue(out var task, out _))
        {
            order[count++] = task;
            foreach (var end in _network.From[task])
            {
                if (--_waiting[end.Task] == 0)
                {
                    open.Enqueue(end.Task, (_keys[end.Task], end.Task));
                }
            }
        }

        return order;
    }

    private int[] ByTimes(int[] starts)
    {
        starts.CopyTo(_keys, 0);
        return ByKeys();
    }

    private Individual Place(int[] order)
    {
        _table.Clear();
        foreach (var task in order)
        {
            var from = _network.Earliest[task];
            foreach (var end in _network.To[task])
            {
                from = Math.Max(from, _table.Starts[end.Task] + end.Least);
            }

            var start = _table.Earliest(task, from, _network.Latest[task]);
            if (start == Timetable.Nowhere)
            {
                _budget.Spend(_count);
                return new Individual(order, [], Unfit);
            }

            _table.Place(task, start);
        }

        _budget.Spend(_count);
        return new Individual(order, [.. _table.Starts], EndOf(_table.Starts));
    }

    /// <summary>Pushes all to the right, the last first, and then to the left, the first first.</summary>
    private Individual Justified(Individual individual)
    {
        if (individual.End == Unfit)
        {
            return individual;
        }

        Right(individual);
        var order = (int[])individual.Order.Clone();
        var keys = (int[])_table.Starts.Clone();
        Array.Sort(keys, order.Length == keys.Length ? Identity(order) : order);
        var left = Place(order);
        return left.End <= individual.End ? left : individual;
    }

    private static int[] Identity(int[] order)
    {
        for (var at = 0; at < order.Length; at++)
        {
            order[at] = at;
        }

        return order;
    }

    private void Right(Individual individual)
    {
        var order = new int[_count];
        var ends = new int[_count];
        for (var task = 0; task < _count; task++)
        {
            (order[task], ends[task]) = (task, -(individual.Starts[task] + _table.Problem.Tasks[task].Length));
        }

        Array.Sort(ends, order);
        _table.Clear();
        foreach (var task in order)
        {
            var to = individual.End - _table.Problem.Tasks[task].Length;
            foreach (var end in _network.From[task])
            {
                to = Math.Min(to, _table.Starts[end.Task] - end.Least);
            }

            _table.Place(task, _table.Latest(task, individual.Starts[task], to));
        }

        _budget.Spend(_count);
    }

    private int EndOf(int[] starts)
    {
        var end = 0;
        for (var task = 0; task < _count; task++)
        {
            end = Math.Max(end, starts[task] + _table.Problem.Tasks[task].Length);
        }

        return end;
    }
}
