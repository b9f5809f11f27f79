namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>Draws all conclusions from what was raised, until nothing follows any more.</summary>
internal sealed class Propagation
{
    private readonly Trail _trail;
    private readonly Model _model;
    private readonly ClauseStore _clauses;
    private readonly int[][] _tablesOf;
    private readonly bool[] _isWaiting;
    private readonly Queue<int> _waiting = new();
    private int _next;

    public Propagation(Model model, ClauseStore clauses)
    {
        (_trail, _model, _clauses) = (model.Trail, model, clauses);
        _tablesOf = [.. Enumerable.Range(0, model.Tasks).Select(task => model.Loads.Where(load => load.Task == task && model.Tables[load.Resource] is not null).Select(load => load.Resource).Distinct().ToArray())];
        _isWaiting = new bool[model.Tables.Length];
    }

    /// <summary>How much was looked at, as a measure of work that no clock tells.</summary>
    public long Steps { get; private set; }

    /// <summary>Everything has to be looked at again.</summary>
    public bool Restart()
    {
        _next = _trail.Count;
        for (var table = 0; table < _isWaiting.Length; table++)
        {
            Wait(table);
        }

        for (var view = 0; view < _trail.Bounds.Length; view++)
        {
            if (!_model.Gaps.Propagate(view))
            {
                return false;
            }
        }

        return _model.Arcs.PropagateAll() && Run();
    }

    /// <summary>The most that a plan may cost is less than it was.</summary>
    public bool Again() => Run();

    /// <summary>The trail was settled: what is on it was looked at.</summary>
    public void Settle() => _next = _trail.Count;

    /// <returns>False where something cannot be; then the trail says what.</returns>
    public bool Run()
    {
        while (true)
        {
            if (!RunBounds())
            {
                return false;
            }

            var before = _trail.Count;
            if (_waiting.TryDequeue(out var table))
            {
                _isWaiting[table] = false;
                Steps += _model.Tables[table]!.Size;
                if (!_model.Tables[table]!.Propagate())
                {
                    return false;
                }
            }
            else if (!_model.Cost.Propagate())
            {
                return false;
            }
            else if (_trail.Count == before)
            {
                return true;
            }
        }
    }

    private bool RunBounds()
    {
        while (_next < _trail.Count)
        {
            ref readonly var entry = ref _trail[_next++];
            var (view, old) = (entry.View, _trail[entry.Previous].Value);
            Steps++;
            if (view >> 1 < _model.Tasks)
            {
                foreach (var table in _tablesOf[view >> 1])
                {
                    Wait(table);
                }
            }

            if (!_model.Gaps.Propagate(view) || !_model.Arcs.Propagate(view) || !_clauses.Propagate(view, old))
            {
                return false;
            }
        }

        return true;
    }

    private void Wait(int table)
    {
        if (!_isWaiting[table] && _model.Tables[table] is not null)
        {
            _isWaiting[table] = true;
            _waiting.Enqueue(table);
        }
    }

    /// <summary>What was taken back needs no conclusions any more.</summary>
    public void Return()
    {
        _next = Math.Min(_next, _trail.Count);
        while (_waiting.TryDequeue(out var table))
        {
            _isWaiting[table] = false;
        }
    }
}
