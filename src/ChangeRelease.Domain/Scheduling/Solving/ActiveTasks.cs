namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>The tasks that can be placed at all, as a problem of their own, and what it costs at least to leave the others out.</summary>
internal sealed class ActiveTasks
{
    private readonly CompactProblem _whole;
    private readonly int[][] _dependencies;
    private readonly bool[] _isOut;

    private ActiveTasks(CompactProblem whole, int[][] dependencies)
    {
        (_whole, _dependencies) = (whole, dependencies);
        _isOut = new bool[whole.Count];
        (Network, Indices, Dependencies) = (null!, [], []);
    }

    /// <summary>The network of those that are left.</summary>
    public Network Network { get; private set; }

    /// <summary>For each that is left its index in the whole problem.</summary>
    public int[] Indices { get; private set; }

    /// <summary>What depends on what among them.</summary>
    public int[][] Dependencies { get; private set; }

    /// <summary>What is left out at least.</summary>
    public long HardBound { get; private set; }

    /// <summary>Whether every plan leaves out exactly the others, or more.</summary>
    public bool AreExact { get; private set; } = true;

    public static ActiveTasks Of(CompactProblem whole, int[][] dependencies)
    {
        var active = new ActiveTasks(whole, dependencies);
        active.LeaveOutTheHomeless();
        active.HardBound = active.CostOfOut();
        active.Settle();
        return active;
    }

    /// <summary>Starts of those that are left, as starts of the whole.</summary>
    public int[] ToWhole(int[] starts)
    {
        var whole = new int[_whole.Count];
        Array.Fill(whole, Timetable.Nowhere);
        for (var at = 0; at < Indices.Length; at++)
        {
            whole[Indices[at]] = starts[at];
        }

        return whole;
    }

    public int[] FromWhole(int[] starts) => Array.ConvertAll(Indices, index => starts[index]);

    private void LeaveOutTheHomeless()
    {
        for (var task = 0; task < _whole.Count; task++)
        {
            _isOut[task] = _whole.Tasks[task].Starts.Length == 0;
        }

        Spread();
    }

    // What contradicts itself is taken out one by one until the rest does not.
    private void Settle()
    {
        var homeless = HardBound;
        var least = _whole.Tasks.Where((_, task) => !_isOut[task]).Select(task => task.LeftOut).DefaultIfEmpty().Min();
        while (true)
        {
            Take();
            if (Network.Impossible is not { } culprit)
            {
                return;
            }

            // Whichever it is: one of those that were there together is left out by every plan.
            (HardBound, AreExact) = (homeless + least, false);
            _isOut[Indices[culprit]] = true;
            Spread();
        }
    }

    private void Spread()
    {
        for (var isMoving = true; isMoving;)
        {
            isMoving = false;
            for (var task = 0; task < _whole.Count; task++)
            {
                if (!_isOut[task] && _dependencies[task].Any(first => _isOut[first]))
                {
                    isMoving = _isOut[task] = true;
                }
            }
        }
    }

    private long CostOfOut() => _whole.Tasks.Where((_, task) => _isOut[task]).Sum(task => task.LeftOut);

    private void Take()
    {
        Indices = Enumerable.Range(0, _whole.Count).Where(task => !_isOut[task]).ToArray();
        var places = new int[_whole.Count];
        for (var at = 0; at < Indices.Length; at++)
        {
            places[Indices[at]] = at;
        }

        Dependencies = Array.ConvertAll(Indices, task => Array.ConvertAll(_dependencies[task], first => places[first]));
        Network = new Network(Indices.Length == _whole.Count ? _whole : new CompactProblem
        {
            Horizon = _whole.Horizon,
            Resources = _whole.Resources,
            MakespanCost = _whole.MakespanCost,
            Tasks = Array.ConvertAll(Indices, task => _whole.Tasks[task]),
            Lags = _whole.Lags.Where(lag => !_isOut[lag.From] && !_isOut[lag.To]).Select(lag => new CompactLag(places[lag.From], places[lag.To], lag.Least)).ToArray(),
        });
    }
}
