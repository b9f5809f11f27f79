namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>Finds the cheapest plan and proves it, by search that learns from every conflict (S-54).</summary>
/// <remarks>
/// Lazy clause generation: bounds of starts are the literals, made when they are needed, and every conclusion can be asked for its reason
/// (Ohrimenko, Stuckey and Codish 2009; Schutt, Feydy, Stuckey and Wallace 2011 and 2013). It can be run again: it goes on with what it has learned.
/// The same runs with the same seed give the same results. It is not safe for use by several threads at once.
/// </remarks>
internal sealed class ExactSearch
{
    private const int Pace = 100;
    private const int Roomy = 4_000;

    private readonly CompactProblem _problem;
    private readonly Trail _trail;
    private readonly ClauseStore _clauses;
    private readonly Propagation _propagation;
    private readonly ConflictAnalysis _analysis;
    private readonly Choices _choices;
    private readonly Guide _guide;
    private bool _isExhausted;
    private bool _isRooted;
    private long _given = long.MaxValue;
    private int[]? _best;
    private long _cost = long.MaxValue;
    private long _conflicts;
    private int _restarts;
    private int _room = Roomy;

    /// <param name="problem">The problem; every task of it must be placed. Horizons up to 2³⁰ granules.</param>
    /// <param name="seed">Where searches may differ, they differ by this.</param>
    /// <param name="floors">What some tasks are known to cost together; within one another or apart, each before those that it lies in.</param>
    public ExactSearch(CompactProblem problem, int seed, params IReadOnlyList<CostFloor> floors)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(problem.Horizon, 1 << 30);
        _problem = problem;
        Model = new Model(problem, floors);
        _trail = Model.Trail;
        _clauses = new ClauseStore(_trail);
        _propagation = new Propagation(Model, _clauses);
        _analysis = new ConflictAnalysis(_trail, new Reasons(Model, _clauses));
        _choices = new Choices(_trail);
        _guide = new Guide(Model, _choices, seed);
    }

    /// <summary>The problem in bounds; only to be read.</summary>
    public Model Model { get; }

    /// <summary>All that was learned, for whoever wants to check it: of the bounds of each, at least one holds in every plan that costs less than the best.</summary>
    public IEnumerable<Bound[]> Learned => _clauses.All;

    public ExactResult Run(ExactOptions options, CancellationToken cancellation)
    {
        Take(options);
        var (conflicts, steps) = (_conflicts + options.Conflicts, options.Steps == long.MaxValue ? long.MaxValue : _propagation.Steps + options.Steps);
        while (!_isExhausted && _conflicts < conflicts && _propagation.Steps < steps && !cancellation.IsCancellationRequested)
        {
            Dive(Math.Min(conflicts, _conflicts + Luby.At(++_restarts) * Pace), steps, options.Improved, cancellation);
        }

        Return(0);
        return Result();
    }

    private void Take(ExactOptions options)
    {
        _given = Math.Min(_given, options.UpperBound ?? long.MaxValue);
        Model.Cost.Most = Math.Min(Model.Cost.Most, Math.Min(_given, _cost) - 1);
        _guide.Follow(options.Hint);
        _isExhausted |= Model.IsImpossible;
    }

    // From the root until a restart is due, the budget is spent, or nothing is left.
    private void Dive(long conflicts, long steps, Action<int[], long>? improved, CancellationToken cancellation)
    {
        if (!Root())
        {
            _isExhausted = true;
            return;
        }

        _guide.Begin(_restarts, _best is not null || _given < long.MaxValue);
        while (_conflicts < conflicts && _propagation.Steps < steps && !cancellation.IsCancellationRequested)
        {
            if (!_propagation.Run())
            {
                _conflicts++;
                if (!Learn())
                {
                    _isExhausted = true;
                    return;
                }
            }
            else if (_guide.Next() is { } decision)
            {
                _trail.Open();
                _trail.Raise(decision.View, decision.Value, Cause.Decision, 0);
            }
            else
            {
                Keep(improved);
                return;
            }
        }
    }

    // What follows without any decision, and room for what will be learned.
    private bool Root()
    {
        Return(0);
        if (!(_isRooted ? _propagation.Again() : _propagation.Restart()))
        {
            return false;
        }

        _isRooted = true;
        _trail.Settle();
        _propagation.Settle();
        if (_clauses.Count > _room)
        {
            _clauses.Forget(2);
            _choices.Forget(4 * _room);
            _room += Roomy / 8;
        }

        return true;
    }

    private bool Learn()
    {
        if (!_analysis.Run())
        {
            return false;
        }

        Return(_analysis.Return);
        _guide.Learn(_analysis);
        var first = _analysis.Clause[0];
        var clause = _analysis.Clause.Count > 1 ? _clauses.Add(_analysis.Clause, _analysis.Joined) : 0;
        _trail.Raise(first.View, first.Value, _analysis.Clause.Count > 1 ? Cause.Clause : Cause.Given, clause);
        return true;
    }

    private void Keep(Action<int[], long>? improved)
    {
        _best = [.. Enumerable.Range(0, _problem.Count).Select(task => _trail.Bounds[task << 1])];
        _cost = Model.Cost.Total();
        Model.Cost.Most = _cost - 1;
        _guide.Follow(_best);
        improved?.Invoke([.. _best], _cost);
    }

    private void Return(int level)
    {
        _trail.Return(level);
        _choices.Return(level);
        _propagation.Return();
    }

    private ExactResult Result()
    {
        var cost = Math.Min(_cost, _given);
        return new ExactResult
        {
            Status = cost == long.MaxValue
                ? _isExhausted ? ExactStatus.Infeasible : ExactStatus.Unknown
                : _isExhausted ? ExactStatus.Optimal : ExactStatus.Feasible,
            Starts = _best is null || _cost > _given ? null : [.. _best],
            Cost = cost,
            LowerBound = _isExhausted ? cost : LowerBound(),
            Conflicts = _conflicts,
            Steps = _propagation.Steps,
        };
    }

    private long LowerBound() => Math.Min(Math.Min(_cost, _given), Math.Max(Model.Cost.Total(), Model.Cost.Down(_trail.Bounds[Model.CostView])));
}
