using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles.Documents;

/// <summary>A sound document written by hand, with everything that a document may have, and the words it needs.</summary>
internal static class Specimen
{
    public const string Text = """
        {
          "$schema": "lifecycle.schema.json",
          "format": "change-release/lifecycle/1",
          "id": "database-migration",
          "version": 3,
          "phases": [{ "name": "Rehearsal", "order": 25 }, { "name": "Waiting" }],
          "states": [
            { "name": "Draft", "phase": "Preparation" },
            { "name": "Checking", "phase": "Authorization" },
            { "name": "Rehearsed", "phase": "Rehearsal" },
            { "name": "OnHold", "phase": "Waiting" },
            { "name": "Closed", "phase": "Ended" }
          ],
          "start": "Draft",
          "ends": ["Closed"],
          "triggers": [
            "Submit", "Annotate", "Leave", "Hold", "Resume", "Close",
            {
              "name": "Rehearse",
              "takes": [
                { "name": "result", "kind": "text", "says": "How it went.", "optional": true, "choices": ["well", "badly"] },
                { "name": "count", "kind": "number", "says": "How often." }
              ]
            }
          ],
          "transitions": [
            { "from": "Draft", "on": "Submit", "to": "Checking", "needs": ["trial.requirement.r0", { "code": "trial.lead.short", "with": { "days": 4 } }] },
            { "from": ["Draft", "Checking"], "on": "Annotate", "stay": true },
            {
              "from": "Checking", "on": "Rehearse", "sideDoor": true, "by": "answer",
              "cases": [
                { "case": "left", "to": "Rehearsed" },
                { "case": "middle", "stay": true },
                { "case": "right", "to": "Checking", "exit": { "id": "straight", "version": 1 }, "comesFrom": ["Draft"] }
              ]
            },
            { "from": "Draft", "on": "Leave", "to": "Draft", "exit": { "id": "straight", "version": 1 } },
            { "from": ["Checking", "Rehearsed"], "on": "Hold", "sideDoor": true, "to": "OnHold" },
            { "from": "OnHold", "on": "Annotate", "stay": true, "comesFrom": ["Checking"] },
            { "from": "OnHold", "on": "Resume", "sideDoor": true, "by": "came from", "ways": [{ "to": "Checking", "origins": ["Checking", "Rehearsed"] }] },
            { "from": "Rehearsed", "on": "Close", "to": "Closed" }
          ]
        }
        """;

    public static Vocabulary<Trial> Words { get; } = Vocabulary<Trial>.Empty
        .With(Trial.Needs(0), Trial.Needs(1), Trial.Needs(2).After(Trial.Needs(3)))
        .With(SketchedLifecycle.LeadTime)
        .With(RequirementTemplate.For<Trial>("trial.lead.picky", [SketchedLifecycle.Days], arguments => arguments.Get(SketchedLifecycle.Days) > 0
            ? Requirement.For<Trial>("trial.lead.picky").Says("It is early enough.").IsMetWhen(_ => true)
            : throw new ArgumentException("Days count from 1.")))
        .With(SketchedTable.Answer)
        .With(Selector.Origin<Trial>("came from", _ => Lifecycles.Words.Draft))
        .With(Lifecycles.Words.Straight());

    /// <summary>The document with one place changed; the place must be there once.</summary>
    public static string With(string old, string @new) => Edit(Text, old, @new);

    public static string Edit(string text, string old, string @new)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        return at >= 0 && text.IndexOf(old, at + 1, StringComparison.Ordinal) < 0
            ? string.Concat(text.AsSpan(0, at), @new, text.AsSpan(at + old.Length))
            : throw new ArgumentException($"'{old}' must stand once in the document.", nameof(old));
    }
}
