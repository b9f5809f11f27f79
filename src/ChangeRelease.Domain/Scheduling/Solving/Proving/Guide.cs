namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>Which bound the search tries next.</summary>
internal sealed class Guide
{
    private readonly Model _model;
    private readonly Trail _trail;
    private readonly Choices _choices;
    private readonly int[] _order;
    private int[]? _followed;
    private bool _byActivity;
    private bool _betsOnCost;
    private int _step = 1;
    private int _betAt = -1;

    public Guide(Model model, Choices choices, int seed)
    {
        (_model, _trail, _choices) = (model, model.Trail, choices);
        _order = [.. Enumerable.Range(0, model.Tasks)];
        var dice = new Dice(seed);
        for (var place = _order.Length - 1; place > 0; place--)
        {
            var other = dice.Next(place + 1);
            (_order[place], _order[other]) = (_order[other], _order[place]);
        }
    }

    /// <summary>Stay near these starts.</summary>
    public void Follow(int[]? starts) => _followed = starts ?? _followed;

    /// <summary>A search begins at the root.</summary>
    public void Begin(int restart, bool hasPlan)
    {
        _byActivity = hasPlan || restart % 2 == 0;
        _betsOnCost = hasPlan && restart % 2 == 0;
        _step = Math.Max(1, _step / 4);
    }

    public void Learn(ConflictAnalysis analysis)
    {
        foreach (var bound in analysis.Touched)
        {
            _choices.Bump(bound, false);
        }

        foreach (var bound in analysis.Clause)
        {
            _choices.Bump(bound, true);
        }

        _choices.Cool();
    }

    /// <returns>Null when every start is decided.</returns>
    public Bound? Next()
    {
        if (_betsOnCost && _trail.Level == 0 && _trail.Bounds[_model.CostView] < _trail.UpperOf(_model.CostView))
        {
            return Bet(_trail.Bounds[_model.CostView], _trail.UpperOf(_model.CostView));
        }

        return _byActivity && _choices.TryTake(out var bound) ? Side(bound) : Earliest();
    }

    // That a plan costs little more than the bound: if that is wrong, the bound is raised; steps grow while they are taken.
    private Bound Bet(int lower, int upper)
    {
        _step = lower > _betAt ? Math.Min(2 * _step, 1 << 28) : _step;
        _betAt = lower;
        return new Bound(_model.CostView ^ 1, -Math.Min(lower + _step - 1, lower + ((upper - lower) / 2)));
    }

    // Where the followed plan lies, or else where less is used.
    private Bound Side(Bound bound)
    {
        if (bound.View >> 1 < _model.Tasks && _followed is not null)
        {
            return _followed[bound.View >> 1] >= bound.Value ? bound : bound.Negated;
        }

        return bound.Negated;
    }

    private Bound? Earliest()
    {
        var (best, first) = (-1, int.MaxValue);
        foreach (var task in _order)
        {
            var lower = _trail.Bounds[task << 1];
            if (lower < first && lower < _trail.UpperOf(task << 1))
            {
                (best, first) = (task, lower);
            }
        }

        return best < 0 ? null : new Bound((best << 1) + 1, -first);
    }
}
