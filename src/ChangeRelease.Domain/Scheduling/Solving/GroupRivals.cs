namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>A schedule, and who in it stands in the way of a group that would rather be somewhere else.</summary>
internal sealed class GroupRivals
{
    private readonly Network _network;
    private readonly CompactProblem _problem;
    private readonly Timetable _table;
    private readonly (int Task, CompactUse Use)[][] _uses;
    private readonly List<int> _rivals = [];

    public GroupRivals(Network network)
    {
        (_network, _problem, _table) = (network, network.Problem, new Timetable(network.Problem, null));
        var uses = _problem.Tasks.SelectMany((task, index) => task.Uses.Select(use => (index, use))).ToLookup(pair => pair.use.Resource);
        _uses = [.. Enumerable.Range(0, _problem.Resources.Length).Select(resource => uses[resource].ToArray())];
    }

    /// <summary>Where each task starts.</summary>
    public int[] Starts => _table.Starts;

    public void Load(int[] starts)
    {
        _table.Clear();
        for (var task = 0; task < starts.Length; task++)
        {
            if (starts[task] != Timetable.Nowhere)
            {
                _table.Place(task, starts[task]);
            }
        }
    }

    /// <summary>Moves tasks without a look at the others.</summary>
    public void Move(int[] tasks, int[] to)
    {
        Remove(tasks);
        Place(tasks, to);
    }

    public void Place(int[] tasks, int[] starts)
    {
        for (var at = 0; at < tasks.Length; at++)
        {
            _table.Place(tasks[at], starts[at]);
        }
    }

    public void Remove(int[] tasks)
    {
        foreach (var task in tasks)
        {
            _table.Remove(task);
        }
    }

    public int[] Of(int[] tasks) => Array.ConvertAll(tasks, task => Starts[task]);

    /// <summary>All that cannot stay where they are beside some tasks; empty when the schedule is one.</summary>
    public IReadOnlyList<int> To(int[] tasks)
    {
        _rivals.Clear();
        foreach (var task in tasks)
        {
            foreach (var lag in _network.To[task])
            {
                AddIf(Starts[lag.Task] != Timetable.Nowhere && Starts[task] < Starts[lag.Task] + lag.Least, lag.Task);
            }

            foreach (var lag in _network.From[task])
            {
                AddIf(Starts[lag.Task] != Timetable.Nowhere && Starts[lag.Task] < Starts[task] + lag.Least, lag.Task);
            }

            foreach (var use in _problem.Tasks[task].Uses)
            {
                AddUsers(use, Starts[task]);
            }
        }

        return _rivals;
    }

    /// <summary>Where a task that is nowhere may start, up to some granule, beside each of those that are somewhere.</summary>
    public int[] Openings(int task, int last)
    {
        var (from, to) = (_network.Earliest[task], Math.Min(last, _network.Latest[task]));
        foreach (var lag in _network.To[task])
        {
            from = Starts[lag.Task] == Timetable.Nowhere ? from : Math.Max(from, Starts[lag.Task] + lag.Least);
        }

        foreach (var lag in _network.From[task])
        {
            to = Starts[lag.Task] == Timetable.Nowhere ? to : Math.Min(to, Starts[lag.Task] - lag.Least);
        }

        var openings = new List<int>();
        for (var start = _table.Earliest(task, from, to); start != Timetable.Nowhere; start = _table.Earliest(task, openings[^1], to))
        {
            openings.Add(start);
            openings.Add(EndOfOpening(task, start, to));
        }

        return [.. openings];
    }

    private void AddIf(bool isRival, int task)
    {
        if (isRival)
        {
            _rivals.Add(task);
        }
    }

    private void AddUsers(CompactUse use, int start)
    {
        var (profile, resource) = (_table.ProfileOf(use.Resource), _problem.Resources[use.Resource]);
        var (from, until) = Timetable.RangeOf(resource, use, start);
        for (var step = profile.StepAt(from); step < profile.Count && profile.TimeAt(step) < until; step++)
        {
            if (profile.LoadAt(step) <= resource.Capacity)
            {
                continue;
            }

            var (first, last) = (Math.Max(from, profile.TimeAt(step)), Math.Min(until, profile.TimeAt(step + 1)));
            foreach (var (task, other) in _uses[use.Resource])
            {
                var (begin, end) = Starts[task] == Timetable.Nowhere ? (0, 0) : Timetable.RangeOf(resource, other, Starts[task]);
                AddIf(begin < last && end > first, task);
            }
        }
    }

    // The first granule after a start at which the task no longer fits.
    private int EndOfOpening(int task, int start, int to)
    {
        var edges = _problem.Tasks[task].Starts;
        var end = Math.Min(to + 1, Edges.EndOf(edges, start));
        foreach (var use in _problem.Tasks[task].Uses)
        {
            var (profile, resource) = (_table.ProfileOf(use.Resource), _problem.Resources[use.Resource]);
            var (from, until) = Timetable.RangeOf(resource, use, start);
            var (_, last) = Timetable.RangeOf(resource, use, end - 1);
            var full = profile.FirstAbove(resource.Capacity - use.Amount, from, Math.Max(until, last));
            if (full != int.MaxValue)
            {
                end = Math.Min(end, (resource.Edges is { } buckets ? buckets[full - 1] : full) - use.Until + 1);
            }
        }

        return end;
    }
}
