namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>Looks for the earliest end of all: orders of tasks are crossed, placed one task after the other, and pushed to the right and back to the left.</summary>
/// <remarks>For problems without greatest distances, whose only cost is the makespan.</remarks>
internal sealed partial class GeneticSearch
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
