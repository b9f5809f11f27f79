using System.Text;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Tests.Lifecycles.Words;

namespace ChangeRelease.Domain.Tests.Lifecycles.Documents;

/// <summary>A sound derivation written by hand, with everything that its document may have, the words it needs, and the same in code.</summary>
internal static class DerivationSpecimen
{
    public const string Text = """
        {
          "$schema": "derivation.schema.json",
          "format": "change-release/derivation/1",
          "id": "derived",
          "version": 2,
          "derives": { "id": "parent", "version": 1 },
          "phases": [{ "name": "Rehearsal", "order": 25 }],
          "insert": [
            { "state": "Looking", "phase": "Preparation", "from": "Draft", "to": "Checking", "shares": { "with": "Checking" } },
            { "state": "Rehearsed", "phase": "Rehearsal", "to": "Running", "shares": { "with": "Running", "on": ["Annotate"] } }
          ],
          "require": [
            { "on": "Start", "needs": ["trial.requirement.r1", { "code": "trial.lead.short", "with": { "days": 4 } }] },
            { "on": "Hold", "from": "Draft", "needs": ["trial.requirement.r2"] }
          ],
          "forbid": [{ "on": "Cancel", "from": ["Running", "Held"] }],
          "triggers": ["Pass", { "name": "Rehearse", "takes": [{ "name": "result", "kind": "text", "says": "How it went." }] }],
          "transitions": [
            { "from": "Looking", "on": "Pass", "to": "Checking", "needs": ["trial.requirement.r0"] },
            { "from": "Rehearsed", "on": "Rehearse", "to": "Running" }
          ]
        }
        """;

    public static State Looking { get; } = new("Looking", Phase.Preparation);

    public static State Rehearsed { get; } = new("Rehearsed", Phase.InOrder("Rehearsal", 25));

    public static Trigger Pass { get; } = new("Pass");

    public static Trigger Rehearse { get; } = new("Rehearse");

    public static Trigger Cancel { get; } = new("Cancel");

    public static Parameter<string> Reason { get; } = Parameter.Text("reason", "Why.");

    public static OriginSelector<Trial> HeldFrom { get; } = Selector.Origin<Trial>("held from", _ => Draft);

    public static Lifecycle<Trial> Parent { get; } = Lifecycle.Define<Trial>("parent", 1, table => table
        .StartsIn(Draft)
        .In(Draft).On(Submit).GoTo(Checking).When(Need(1))
        .In(Checking).On(Annotate).Stay().On(Start).GoTo(Running).When(Need(2))
        .In(Running).On(Annotate).Stay().On(Close).GoTo(Closed)
        .SideDoor(Hold).From(Draft, Checking).GoTo(Held)
        .SideDoor(Cancel).From(Draft, Checking, Running, Held).GoTo(Closed)
        .SideDoor(Resume).From(Held).Return(HeldFrom, Way.BackTo(Draft), Way.BackTo(Checking))
        .Takes(Hold, Reason)
        .EndsIn(Closed));

    public static Vocabulary<Trial> Words { get; } = Specimen.Words.With(HeldFrom).With(Parent);

    public static Lifecycle<Trial> InCode() => Parent.Derive("derived", 2, change => change
        .Insert(Looking, Draft, Checking).Share(Looking, Checking)
        .Insert(Rehearsed, Running).Share(Rehearsed, Running, Annotate)
        .Require(Start, Need(1), SketchedLifecycle.LeadTime.With(Arguments.Of(SketchedLifecycle.Days, 4)))
        .Require(Draft, Hold, Need(2))
        .Forbid(Cancel, Running, Held)
        .Takes(Rehearse, Parameter.Text("result", "How it went."))
        .In(Looking).On(Pass).GoTo(Checking).When(Need(0))
        .In(Rehearsed).On(Rehearse).GoTo(Running));

    /// <summary>The very requirement that the vocabulary knows; another one of the same code would be its twin.</summary>
    public static Requirement<Trial> Need(int number) => Specimen.Words.Requirement(Trial.Needs(number).Reference)!;

    public static string With(string old, string @new) => Specimen.Edit(Text, old, @new);

    /// <summary>Reads, and holds the reading to what is promised of all of them; beside what every reading costs, the parent is copied and compared with.</summary>
    public static DocumentReading<Lifecycle<Trial>> Read(ReadOnlyMemory<byte> document, DocumentLimits? limits = null)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = DerivationDocument.Read(document, Words, limits);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(((long)Spoiling.BytesForEach * document.Length) + (2 * Spoiling.BytesForAll));
        reading.Steps.Should().BeLessThanOrEqualTo(document.Length);
        (reading.Value is null).Should().Be(reading.Faults.Count > 0);
        reading.Faults.Count.Should().BeLessThanOrEqualTo(201);
        reading.Faults.Where(fault => !IsComplete(fault)).Should().BeEmpty();
        return reading;
    }

    public static DocumentReading<Lifecycle<Trial>> Read(string document) => Read(Encoding.UTF8.GetBytes(document));

    // The way to where a derivation loosens is told one move a line.
    private static bool IsComplete(DocumentFault fault) => RefusalCode.IsWellFormed(fault.Code) && fault.Path.StartsWith('$') && fault.Path.Length < 1_000
        && fault.Message.Length is > 20 and < 4_000 && fault.Message[^1] is '.' or '?'
        && !fault.Message.Any(letter => char.IsControl(letter) && (letter != '\n' || fault.Code != "lifecycle.derivation.loosens"));
}
