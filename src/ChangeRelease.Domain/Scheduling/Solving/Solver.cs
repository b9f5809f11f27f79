namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>Plans: builds some schedules by rules, and improves the best while the budget lasts.</summary>
internal sealed class Solver
{
    private const int Rounds = 8;
    private const int LeastForGroups = 4;
    private const int FewTasks = 1_000;

    // Where in a round each stops: improving by tries, by parts of the exact search, and the exact search itself.
    private static readonly double[] Shares = [0.45, 0.8, 1];

    // The same for a project that the exact search is far from closing.
    private static readonly double[] SharesWithoutProof = [0.85, 1, 1];

    // The same where starts cost and groups of tasks are planned alone, after the first of these.
    private static readonly double[] SharesWithGroups = [0.15, 0.8, 0.9, 1];

    private readonly SolverRequest _request;
    private readonly ActiveTasks _active;
    private readonly Network _network;
    private readonly Draftboard _board;
    private readonly Chance _chance;
    private int[] _best = [];
    private Worth _worth = Worth.Worst;
    private Worth _bound;

    private Solver(SolverRequest request)
    {
        _request = request;
        _active = ActiveTasks.Of(request.Problem, request.Dependencies);
        _network = _active.Network;
        var rules = request.Rules is { } whole && _active.Indices.Length < request.Problem.Count ? new HostRulesOfSome(whole, _active) : request.Rules;
        _board = new Draftboard(_network, _active.Dependencies, rules);
        _chance = new Chance(request.Seed);
        _bound = new Worth(0, Bounds.SoftOf(_network));
    }

    private bool IsOver => _request.Budget.IsSpent || _worth <= _bound || (_request.WholeIsEnough && (_worth.Hard == 0 || _bound.Hard > 0 || _active.HardBound > 0));

    private bool CountsStarts => Array.Exists(_network.Problem.Tasks, task => task.Ramps.Length > 0);

    private bool CountsStartsOnly => _request.Rules is null && _network.Problem.MakespanCost == 0 && Array.TrueForAll(_network.Problem.Resources, resource => resource.OverCost == 0);

    private bool IsWhole => _worth.Hard == 0;

    // A gap of three in a hundred after two rounds is not closed in the others.
    private bool IsFarFromProof(int round) => round > 2 && IsMakespanOnly && IsWhole && _worth.Soft > _bound.Soft * 1.03;

    private bool IsMakespanOnly => _request.Rules is null && !_network.HasGreatest && _network.Problem.MakespanCost > 0
        && Array.TrueForAll(_network.Problem.Tasks, task => task.Ramps.Length == 0)
        && Array.TrueForAll(_network.Problem.Resources, resource => resource.OverCost == 0);

    public static SolverOutcome Run(SolverRequest request) => new Solver(request).Run();

    private SolverOutcome Run()
    {
        if (_network.Problem.Count > 0)
        {
            Begin();
            Improve();
        }
        else
        {
            (_worth, _best) = (new Worth(0, 0), []);
        }

        var whole = _request.Problem.Tasks.Sum(task => task.LeftOut) - _network.Problem.Tasks.Sum(task => task.LeftOut);
        return new SolverOutcome(_active.ToWhole(_best), new Worth(_worth.Hard + whole, _worth.Soft), WholeBound(), _request.Budget.Spent);
    }

    // What must be left out, and no more: then the rest costs at least what it costs alone.
    private Worth WholeBound() => _active.AreExact ? new Worth(_active.HardBound + _bound.Hard, _bound.Hard > 0 ? 0 : _bound.Soft) : new Worth(_active.HardBound, 0);

    private void Begin()
    {
        if (_request.Previous is { } previous)
        {
            Resume(_active.FromWhole(previous));
            return;
        }

        var construction = new Construction(_network, _board, _request.Budget);
        foreach (var keys in PriorityKeys.Of(_network))
        {
            construction.Run(keys);
            Keep(_board.Table.Starts, _board.Worth);
            if (IsOver)
            {
                return;
            }
        }
    }

    /// <summary>Takes over from a schedule what still fits, and places the rest.</summary>
    private void Resume(int[] starts)
    {
        new Resumption(_board).Run(starts);
        Keep(_board.Table.Starts, _board.Worth);
    }

    private void Improve()
    {
        var withGroups = CountsStarts && _request.Budget.Left >= LeastForGroups * (long)_network.Problem.Count;
        var first = !withGroups ? 1 : _network.Problem.Count <= FewTasks ? 0.3 : 0.8;
        var improvers = new List<Action<double>>();
        if (IsMakespanOnly && IsWhole)
        {
            var genetic = new GeneticSearch(_network, new Timetable(_network.Problem, null), _chance, _request.Budget, Bounds.EndOf(_network), KeepMakespan);
            improvers.Add(until => Breed(genetic, until));
        }
        else
        {
            var ruin = new RuinAndRecreate(_network, _board, _chance, _request.Budget, Keep) { Cold = first };
            improvers.Add(until => ruin.Run(_best, _bound, until));
        }

        if (withGroups)
        {
            var groups = new GroupSearch(_network, _request.Budget, KeepOfGroup, _request.Cancellation);
            improvers.Add(until => Group(groups, until));
        }

        if (_network.Problem.Count <= Prover.MostTasks)
        {
            var relaxation = new OrderRelaxation(_network.Problem, _chance, _request.Budget, _request.Cancellation);
            improvers.Add(until => Relax(relaxation, until));
            var prover = new Prover(_network, _request.Seed, _request.Budget, _request.Cancellation);
            improvers.Add(until => Prove(prover, until));
        }

        if (withGroups)
        {
            improvers[0](first);
        }

        var begun = _request.Budget.Share;
        for (var round = 1; round <= Rounds && !IsOver; round++)
        {
            var shares = IsFarFromProof(round) ? SharesWithoutProof : withGroups ? SharesWithGroups : Shares;
            for (var turn = 1; turn <= improvers.Count && !IsOver; turn++)
            {
                improvers[turn - 1](begun + ((1 - begun) * (round - 1 + (turn == improvers.Count ? 1 : shares[turn - 1])) / Rounds));
            }
        }
    }

    private void Group(GroupSearch groups, double until)
    {
        groups.Run(_best, until);
        _bound = new Worth(_bound.Hard, Math.Max(_bound.Soft, groups.Bound + (_network.Problem.MakespanCost * Bounds.EndOf(_network))));
    }

    private bool KeepOfGroup(int[] starts, long gain)
    {
        var before = _worth;
        if (CountsStartsOnly)
        {
            Keep(starts, new Worth(_worth.Hard, _worth.Soft - gain));
        }
        else
        {
            KeepIfAllowed(starts);
        }

        return _worth < before;
    }

    private void Breed(GeneticSearch genetic, double until)
    {
        genetic.Take(_best);
        genetic.Bound = (int)(_bound.Soft / _network.Problem.MakespanCost);
        genetic.Run(until);
    }

    private void KeepMakespan(Individual found) => Keep(found.Starts, new Worth(0, found.End * _network.Problem.MakespanCost));

    private void Relax(OrderRelaxation relaxation, double until)
    {
        if (IsWhole)
        {
            var (starts, cost) = relaxation.Run(_best, _worth.Soft, _bound.Soft, until);
            if (cost < _worth.Soft)
            {
                KeepIfAllowed(starts);
            }
        }
    }

    private void Prove(Prover prover, double until)
    {
        prover.Run(until, IsWhole ? _worth.Soft : null, _best, KeepIfAllowed);
        _bound = prover.IsInfeasible ? new Worth(_network.Problem.Tasks.Min(task => task.LeftOut), 0) : new Worth(_bound.Hard, Math.Max(_bound.Soft, prover.SoftBound));
    }

    // What the exact search found may break rules that it does not know, and cost more than it says.
    private void KeepIfAllowed(int[] starts)
    {
        if (_board.TryLoad(starts))
        {
            Keep(starts, _board.Worth);
        }
    }

    private void Keep(int[] starts, Worth worth)
    {
        if (worth < _worth)
        {
            (_best, _worth) = ([.. starts], worth);
            _request.Better?.Invoke(worth, _bound);
        }
    }
}
