using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Matrices;

namespace ChangeRelease.Domain.Tests.Changes.Journeys;

/// <summary>Watches one model's journeys, step by step, against the matrix and the invariants; keeps what was wrong, and counts.</summary>
internal sealed class Journal(string model)
{
    private readonly string _model = model;
    private readonly Dictionary<(string State, string Trigger, string? Case), int> _taken = [];
    private readonly Dictionary<string, Dictionary<(string, string), Matrix.Cell>> _cells = Matrix.Of.Values
        .ToDictionary(matrix => matrix.Model, matrix => matrix.Cells.ToDictionary(cell => (cell.State, cell.Trigger)), StringComparer.Ordinal);

    public List<string> Wrong { get; } = [];

    public Dictionary<string, int> Codes { get; } = new(StringComparer.Ordinal);

    public int Accepted { get; private set; }

    public IEnumerable<(string State, string Trigger, string? Case, int Times)> Taken => _taken.Select(taken => (taken.Key.State, taken.Key.Trigger, taken.Key.Case, taken.Value));

    public int TakenIn(string state, string trigger, string? inCase) => _taken.GetValueOrDefault((state, trigger, inCase));

    public void Watch(Traveler traveler, Move move)
    {
        var before = traveler.Change;
        var copy = before with { };
        var decision = traveler.Do(move);
        var cell = _cells[before.Model.Id][(before.Status.Name, move.Command.Trigger!.Value)];
        if (decision.Events.Count > 0)
        {
            Accepted++;
            Check(decision.Events.Count == 1, "one event a command", traveler, move);
            Expect(before, traveler, move, cell);
            Invariants.Check(before, traveler.Change, move, (holds, what) => Check(holds, what, traveler, move));
        }
        else
        {
            Check(ReferenceEquals(before, traveler.Change) && before.Equals(copy), "a refusal changes nothing", traveler, move);
            Refused(decision.Refusals, traveler, move, cell);
        }
    }

    public void Finish(Traveler traveler, bool throughJson)
    {
        var told = throughJson ? traveler.Events.Select(happened => ChangeJson.ReadEvent(ChangeJson.Write(happened))) : traveler.Events;
        Check(ChangeRequest.Fold(told) == traveler.Change, "folding from scratch gives the same state", traveler, null);
        Check(ChangeFields.DigestOf(traveler.Change.Model.Id, traveler.Change.Content) == traveler.Change.Digest, "the digest is that of the content", traveler, null);
    }

    private void Expect(ChangeRequest before, Traveler traveler, Move move, Matrix.Cell cell)
    {
        var inCase = cell.Answers.Count > 1 ? Invariants.CaseOf(before, move) : null;
        var answer = cell.Answers.FirstOrDefault(answer => answer.Case == inCase);
        var model = move.Command is RetypeChange retype ? retype.Model : answer?.Exit ?? before.Model.Id;
        var asExpected = answer is not null && answer.To == traveler.State && traveler.Change.Model.Id == model;
        Check(asExpected, asExpected ? string.Empty : $"{cell}, in the case {inCase}", traveler, move);
        if (before.Model.Id == _model)
        {
            var key = (cell.State, cell.Trigger, inCase);
            _taken[key] = _taken.GetValueOrDefault(key) + 1;
        }
    }

    private void Refused(ValueList<Refusal> refusals, Traveler traveler, Move move, Matrix.Cell cell)
    {
        foreach (var refusal in refusals)
        {
            Codes[refusal.Code] = Codes.GetValueOrDefault(refusal.Code) + 1;
        }

        var early = refusals is [{ Code: "change.request.command-id-reused" or "change.time.backwards" or "change.model.unknown" }];
        var repeated = traveler.Change.Applied.ContentOf(move.Facts.Stamp.Command) is not null;
        Check(
            early || repeated || (refusals.Count > 0 && (cell.Answers.Count == 0) == (refusals is [{ Code: "lifecycle.transition.undefined" }])),
            "undefined exactly where the matrix has nothing",
            traveler,
            move);
    }

    private void Check(bool holds, string what, Traveler traveler, Move? move)
    {
        if (!holds && Wrong.Count < 20)
        {
            Wrong.Add($"{what}: now {traveler.Change.Model.Id} {traveler.State} after {string.Join(", ", traveler.Events.Select(happened => happened.GetType().Name))}; {move?.Command} by {move?.Facts.Stamp.Actor}");
        }
    }
}
