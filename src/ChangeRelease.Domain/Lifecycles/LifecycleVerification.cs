using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Finds everything that is wrong with a table before it is built (S-11).</summary>
internal sealed class LifecycleVerification<TAttempt>
{
    /// <summary>The results of one row fit one machine word.</summary>
    private const int MostRequirements = 64;

    private readonly LifecycleTable<TAttempt> _table;
    private readonly List<LifecycleFault> _faults = [];

    private LifecycleVerification(LifecycleTable<TAttempt> table) => _table = table;

    public static ValueList<LifecycleFault> FaultsOf(LifecycleTable<TAttempt> table) => new LifecycleVerification<TAttempt>(table).All();

    private ValueList<LifecycleFault> All()
    {
        Ends();
        Names();
        Rows();
        Origins();
        Triggers();
        Repetitions();
        Requirements();
        Paths();
        return _faults.Distinct().ToValueList();
    }

    private void Ends()
    {
        if (_table.Starts.Count != 1)
        {
            Fault("lifecycle.start.not-one", _table.Id, $"A life begins in exactly one state, but {_table.Starts.Count} are named. Say StartsIn once.");
        }

        foreach (var start in _table.Starts.Where(start => !_table.Declared.Contains(start)))
        {
            Fault("lifecycle.start.undefined", start.Name, "The first state has no rows and is not final. Give it rows with In, or name it in EndsIn.");
        }

        if (_table.Ends.Count == 0)
        {
            Fault("lifecycle.end.missing", _table.Id, "No state is final. Name the final states with EndsIn.");
        }

        foreach (var row in _table.Rows.Where(row => _table.Ends.Contains(row.From)))
        {
            Fault("lifecycle.end.left", row.Place, "A final state has no way out. Remove the row, or take the state out of EndsIn.");
        }
    }

    private void Names()
    {
        var states = _table.Declared.Concat(_table.Starts).Concat(_table.Rows.SelectMany(row => row.Outcomes).Where(outcome => outcome.Exit is null).Select(outcome => outcome.To));
        foreach (var twins in states.Distinct().GroupBy(state => state.Name, StringComparer.Ordinal).Where(twins => twins.Count() > 1))
        {
            Fault("lifecycle.state.ambiguous", twins.Key, $"The name stands for states of several phases: {string.Join(", ", twins.Select(twin => twin.Phase))}. Give each state a name of its own.");
        }

        foreach (var twins in _table.Declared.Select(state => state.Phase).Distinct().GroupBy(phase => phase.Name, StringComparer.Ordinal).Where(twins => twins.Count() > 1))
        {
            Fault("lifecycle.phase.ambiguous", twins.Key, "The name stands for phases at several places of the order. Give each phase a name of its own, or one place.");
        }
    }

    private void Rows()
    {
        foreach (var row in _table.Rows)
        {
            Destinations(row);
            Cases(row);
        }
    }

    private void Destinations(DraftRow<TAttempt> row)
    {
        if (row.Outcomes.Count == 0)
        {
            Fault("lifecycle.transition.unfinished", row.Place, "The row leads nowhere. Say GoTo, Stay, Choose or ExitTo.");
        }

        foreach (var outcome in row.Outcomes)
        {
            Destination(row, outcome);
        }
    }

    private void Destination(DraftRow<TAttempt> row, Outcome outcome)
    {
        var isKnown = outcome.Exit is null ? _table.Declared.Contains(outcome.To) : row.ExitTable?.At(outcome.To) is not null;
        if (!isKnown)
        {
            Fault("lifecycle.target.undefined", row.Place, $"It leads to {outcome.To}, which {Table(outcome)} does not define. Give that state rows with In, or name it in EndsIn.");
        }

        if (!row.IsSideDoor && !row.From.Phase.RunsForwardTo(outcome.To.Phase))
        {
            Fault("lifecycle.phase.backwards", row.Place, $"It leads from {row.From.Phase} to {outcome.To.Phase}, against the order of the phases. Declare it as a SideDoor if that is meant.");
        }
    }

    private string Table(Outcome outcome) => outcome.Exit is { } exit ? $"the definition {exit.Id}" : $"the table {_table.Id}";

    private void Cases(DraftRow<TAttempt> row)
    {
        if (row.Selector is not { } selector)
        {
            return;
        }

        var answers = row.Outcomes.Select(outcome => outcome.Case ?? string.Empty).ToList();
        foreach (var missing in selector.Cases.Except(answers, StringComparer.Ordinal))
        {
            Fault("lifecycle.selector.incomplete", row.Place, $"The selector '{selector.Name}' can answer '{missing}', and the row does not say where that leads.");
        }

        foreach (var unknown in answers.Except(selector.Cases, StringComparer.Ordinal))
        {
            Fault("lifecycle.selector.unknown-case", row.Place, $"The selector '{selector.Name}' never answers '{unknown}'. Its cases are {selector.Cases}.");
        }

        foreach (var repeated in answers.GroupBy(answer => answer, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            Fault("lifecycle.selector.repeated-case", row.Place, $"The case '{repeated.Key}' leads to several states. Keep one.");
        }
    }

    // Who came in must be able to go back; a state stands for itself among the origins, and once.
    private void Origins()
    {
        var into = ComeInto();
        foreach (var row in _table.Rows.Where(row => row.Origin is not null))
        {
            var (place, origins) = (row.Place, row.Outcomes.SelectMany(outcome => outcome.Origins).ToList());
            foreach (var twins in origins.GroupBy(state => state).Where(twins => twins.Count() > 1))
            {
                Fault("lifecycle.origin.repeated", place, $"Those who came from {twins.Key} have several ways back. Keep one.");
            }

            foreach (var state in into[row.From].Except(origins))
            {
                Fault("lifecycle.origin.missing", place, $"Those who came from {state} have no way back. Add one with Return, or let no row lead here from {state}.");
            }
        }
    }

    private ILookup<State, State> ComeInto()
    {
        var returning = _table.Rows.Where(row => row.Origin is not null).Select(row => row.From).ToHashSet();
        return _table.Rows
            .SelectMany(row => row.Outcomes.Where(outcome => outcome.Exit is null && returning.Contains(outcome.To)), (row, outcome) => (outcome.To, Origins: row.From == outcome.To ? outcome.ComesFrom : outcome.ComesFrom.With(row.From)))
            .SelectMany(way => way.Origins, (way, origin) => (way.To, Origin: origin))
            .Distinct()
            .ToLookup(way => way.To, way => way.Origin);
    }

    private void Triggers()
    {
        var used = _table.Rows.Select(row => row.Trigger).ToHashSet();
        foreach (var unused in _table.Taken.Where(known => !used.Contains(known.Trigger)))
        {
            Fault("lifecycle.trigger.unused", unused.Trigger.Value, "It is said what the trigger takes, and no row has it. Give it a row, or leave it out.");
        }

        foreach (var twins in _table.Taken.GroupBy(known => known.Trigger).Where(twins => twins.Count() > 1))
        {
            Fault("lifecycle.trigger.repeated", twins.Key.Value, "It is said twice what the trigger takes. Say it once.");
        }

        foreach (var (trigger, name) in _table.Taken.SelectMany(known => known.Parameters.GroupBy(parameter => parameter.Name, StringComparer.Ordinal).Where(twins => twins.Count() > 1).Select(twins => (known.Trigger, twins.Key))))
        {
            Fault("lifecycle.parameter.repeated", trigger.Value, $"Two of its parameters are called '{name}'. Give each a name of its own.");
        }
    }

    private void Repetitions()
    {
        foreach (var twins in _table.Rows.GroupBy(row => (row.From, row.Trigger)).Where(twins => twins.Count() > 1))
        {
            var targets = string.Join(", ", twins.SelectMany(twin => twin.Outcomes).Select(outcome => outcome.To.Name));
            Fault("lifecycle.transition.repeated", twins.First().Place, $"{twins.Count()} rows stand for one trigger in one state (to {targets}). Keep one, or make them the cases of one selector with Choose.");
        }
    }

    private void Requirements()
    {
        foreach (var row in _table.Rows.Where(row => row.Requirements.Count > MostRequirements))
        {
            Fault("lifecycle.requirement.too-many", row.Place, $"It asks for {row.Requirements.Count} requirements; {MostRequirements} is the most a row can hold.");
        }

        foreach (var row in _table.Rows.Where(row => row.Requirements.Any(requirement => string.Equals(requirement.Code, Undefined.Code, StringComparison.Ordinal))))
        {
            Fault("lifecycle.requirement.reserved", row.Place, $"A requirement takes the code {Undefined.Code}, which says that there is no such row. Give it a code of its own.");
        }

        foreach (var twins in _table.Rows.SelectMany(row => row.Requirements).Distinct().GroupBy(requirement => requirement.Reference).Where(twins => twins.Count() > 1))
        {
            Fault("lifecycle.requirement.ambiguous", twins.Key.ToString(), $"{twins.Count()} different requirements share this code. Give each its own, so that a refusal says which one spoke.");
        }
    }

    private void Paths()
    {
        var arrows = _table.Rows
            .SelectMany(row => row.Outcomes.Where(outcome => outcome.Exit is null).Select(outcome => (row.From, outcome.To)))
            .Distinct()
            .ToList();
        if (_table.Starts.Count > 0)
        {
            Unreachable(arrows);
        }

        DeadEnds(arrows);
    }

    private void Unreachable(List<(State From, State To)> arrows)
    {
        var reached = StateList.Closure(_table.Starts, arrows.ToLookup(arrow => arrow.From, arrow => arrow.To));
        foreach (var state in _table.Declared.Where(state => !reached.Contains(state)))
        {
            Fault("lifecycle.state.unreachable", state.Name, $"No path leads here from {string.Join(", ", _table.Starts)}. Lead a row here, or remove the state.");
        }
    }

    private void DeadEnds(List<(State From, State To)> arrows)
    {
        var ways = _table.Ends.Concat(_table.Rows.Where(row => row.Outcomes.Any(outcome => outcome.Exit is not null)).Select(row => row.From));
        var leaving = StateList.Closure(ways, arrows.ToLookup(arrow => arrow.To, arrow => arrow.From));
        foreach (var state in _table.Declared.Where(state => !leaving.Contains(state)))
        {
            Fault("lifecycle.state.dead-end", state.Name, "No path leads from here to a final state. Lead a row on, or name the state in EndsIn.");
        }
    }

    private void Fault(string code, string place, string message) => _faults.Add(new LifecycleFault(code, place, message));
}
