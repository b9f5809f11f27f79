namespace ChangeRelease.Domain.Scheduling.Solving;

/// <content>Orders made from others, and by chance.</content>
internal sealed partial class GeneticSearch
{
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
}
