using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Finds everything that is wrong with a migration map before it is built: whether it is total, and whether it is legal (S-13).</summary>
internal sealed class MigrationCheck
{
    private readonly MigrationTables _tables;
    private readonly MigrationDraft _draft;
    private readonly WaysIn _before;
    private readonly WaysIn _after;
    private readonly LifecycleRef _from;
    private readonly LifecycleRef _to;
    private readonly Dictionary<State, DraftMove> _said = [];
    private readonly Dictionary<State, (State To, DraftMove Move)> _leads = [];
    private readonly List<LifecycleFault> _faults = [];

    public MigrationCheck(MigrationTables tables, MigrationDraft draft, LifecycleRef from, LifecycleRef to)
    {
        (_tables, _draft, _from, _to) = (tables, draft, from, to);
        (_before, _after) = (new WaysIn(tables.Before), new WaysIn(tables.After));
    }

    /// <summary>The moves in the order of the table that is left.</summary>
    /// <exception cref="MigrationMapException">The map is not total or not legal.</exception>
    public ValueList<MigrationMove> Moves()
    {
        Definitions();
        Statements();
        Totality();
        var excused = Gates();
        foreach (var state in _tables.Before.States.Where(_leads.ContainsKey))
        {
            Ends(state, _leads[state].To);
            Going(state, _leads[state].To);
        }

        return _faults.Count == 0
            ? _tables.Before.States.Select(state => _tables.Describe(state, _leads[state].To, _leads[state].Move.IsRename, excused[state])).ToValueList()
            : throw new MigrationMapException(_from, _to, _faults.Distinct().ToValueList());
    }

    private void Definitions()
    {
        if (_from == _to)
        {
            Wrong("lifecycle.migration.same-definition", _to.Id, "It leads from a definition to itself. Name two.");
        }
        else if (!string.Equals(_from.Id, _to.Id, StringComparison.Ordinal))
        {
            if (!_draft.IsToAnother)
            {
                Wrong("lifecycle.migration.other-definition", _to.Id, $"It leads from {_from.Id} to another definition. Say ToAnotherDefinition if that is meant.");
            }
        }
        else if (_to.Version <= _from.Version)
        {
            Wrong("lifecycle.migration.version-not-later", _to.Id, FormattableString.Invariant($"It leads from version {_from.Version} to {_to.Version}. Give the changed table a higher version."));
        }
    }

    private void Statements()
    {
        foreach (var move in _draft.Moves)
        {
            Statement(move);
        }

        foreach (var gate in _draft.Moves.Append(_draft.Rest).OfType<DraftMove>().SelectMany(move => move.AsIfPast).Where(gate => !_tables.StatesAfter.Contains(gate)))
        {
            Wrong("lifecycle.migration.gate-unknown", gate.Name, $"The table that is entered has no such state of {gate.Phase}. Name one of its states, or leave the excuse out.");
        }
    }

    private void Statement(DraftMove move)
    {
        if (!_tables.StatesBefore.Contains(move.From!))
        {
            Wrong("lifecycle.migration.state-unknown", move.From!.Name, $"The table that is left has no such state of {move.From.Phase}. Leave it out, or name one that it has.");
        }
        else if (!_said.TryAdd(move.From!, move))
        {
            Wrong("lifecycle.migration.state-repeated", move.From!.Name, "It is said twice where its subjects go. Say it once.");
        }

        if (!_tables.StatesAfter.Contains(move.To!))
        {
            Wrong("lifecycle.migration.target-unknown", move.From!.Name, $"It leads to {move.To}, and the table that is entered has no such state of {move.To!.Phase}. Lead it to one that it has.");
        }
    }

    private void Totality()
    {
        foreach (var state in _tables.Before.States)
        {
            if (_said.TryGetValue(state, out var move))
            {
                Lead(state, move.To!, move);
            }
            else if (_draft.Rest is { } rest && _tables.StatesAfter.Contains(state))
            {
                Lead(state, state, rest);
            }
            else
            {
                Wrong("lifecycle.migration.state-missing", state.Name, "It is not said where its subjects go. Say Keep or Move.");
            }
        }
    }

    private void Lead(State from, State to, DraftMove move)
    {
        if (_tables.StatesAfter.Contains(to))
        {
            _leads.Add(from, (to, move));
        }
    }

    // Every life of the new table passes certain states on its way to the target: whoever is led there must have passed them in the old
    // table, for certain. To be in a state is not to have passed it. What ended has no more gates before it.
    private Dictionary<State, ValueList<State>> Gates()
    {
        var (before, after) = (new TableGraph(_tables.Before), new TableGraph(_tables.After));
        var needed = new MustPass(after).Before(state => after.LeadsBack(state) ? null : state, after.States);
        var passed = new MustPass(before).Before(state => before.LeadsBack(state) ? null : Counts(_tables.Before.States[state], after), after.States);
        var excused = new Dictionary<State, ValueList<State>>();
        foreach (var state in _tables.Before.States.Where(_leads.ContainsKey))
        {
            var (to, move) = _leads[state];
            var missing = _tables.Before.Ends.Contains(state)
                ? []
                : needed[after.NumberOf(to)!.Value].Except(passed[before.NumberOf(state)!.Value]).Select(gate => _tables.After.States[gate]).ToList();
            foreach (var gate in missing.Where(gate => !move.AsIfPast.Contains(gate)))
            {
                Wrong("lifecycle.migration.gate-passed", state.Name, $"It leads to {to}, which nobody reaches without passing {gate}, and its subjects need not have passed it. Lead it to {gate} or before, or excuse them with AsIfPast.");
            }

            excused[state] = missing.ToValueList();
        }

        return excused;
    }

    // Who passed a state passed the one of its name, or the one that it was renamed to.
    private int? Counts(State state, TableGraph after) => after.NumberOf(_leads.TryGetValue(state, out var lead) && lead.Move.IsRename ? lead.To : state);

    private void Ends(State from, State to)
    {
        var (isEnd, leadsToEnd) = (_tables.Before.Ends.Contains(from), _tables.After.Ends.Contains(to));
        if (isEnd && !leadsToEnd)
        {
            Wrong("lifecycle.migration.end-left", from.Name, $"Its subjects have ended, and {to} is not final. Lead it to a final state.");
        }
        else if (leadsToEnd && !isEnd)
        {
            Wrong("lifecycle.migration.end-entered", from.Name, $"Its subjects have not ended, and {to} is final. Lead it to a state that goes on.");
        }
    }

    // What has ended goes nowhere any more.
    private void Going(State from, State to)
    {
        if (!_tables.Before.Ends.Contains(from))
        {
            Phases(from, to);
            Origins(from, to);
        }
    }

    private void Phases(State from, State to)
    {
        if (to.Phase.Order is null && from.Phase != to.Phase)
        {
            Wrong("lifecycle.migration.phase-aside", from.Name, $"It leads from {from.Phase} aside to {to.Phase}. Lead it to a state of {from.Phase}, or back to one that is in order.");
        }
        else if (_after.Reached(to) > _before.Reached(from))
        {
            Wrong("lifecycle.migration.phase-forward", from.Name, $"It leads forward to {to} of {to.Phase}, and its subjects need not have come that far. Lead it to a state of the same phase, or of an earlier one.");
        }
    }

    private void Origins(State from, State to)
    {
        foreach (var origin in _before.OriginsOf(from).Where(_leads.ContainsKey))
        {
            if (_tables.Strands(to, _leads[origin].To) is { } row)
            {
                Wrong("lifecycle.migration.origin-lost", from.Name, $"Those who came from {origin} count as coming from {_leads[origin].To}, and {to} on {row.Trigger} has no way back for them. Give that row one, or lead {origin} elsewhere.");
            }
        }
    }

    private void Wrong(string code, string place, string message) => _faults.Add(new LifecycleFault(code, place, message));
}
