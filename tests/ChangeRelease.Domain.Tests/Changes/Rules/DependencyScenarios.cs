using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;

namespace ChangeRelease.Domain.Tests.Changes.Rules;

/// <summary>Everything that can be wrong with what a change depends on. The change itself is CHG-1.</summary>
internal static class DependencyScenarios
{
    private static readonly DependencyStanding Back = new(new ChangeId("CHG-7"), 3, ChangeStates.Approved, IsMade: false, [new ChangeId("CHG-1")]);

    /// <summary>What cannot be handed in.</summary>
    public static IEnumerable<Fault> Misplaced =>
    [
        new("change.dependency.cycle", at => Known(at, Back) with { Content = at.Content with { DependsOn = [Back.Id] } }),
        new("change.dependency.unknown", at => at with { Content = at.Content with { DependsOn = [new ChangeId("CHG-8")] } }),
        new("change.dependency.self", at => at with { Content = at.Content with { DependsOn = [new ChangeId("CHG-1")] } }),
    ];

    /// <summary>What cannot be started.</summary>
    public static Fault[] Waiting { get; } =
    [
        new("change.dependency.not-made", at => Known(at, Back) with { Change = at.Change with { Content = at.Content with { DependsOn = [Cast.Made.Id, Back.Id] } } }),
        new("change.dependency.self", at => at with { Change = at.Change with { Content = at.Content with { DependsOn = [new ChangeId("CHG-1")] } } }),
    ];

    public static IEnumerable<Scenario> All =>
    [
        new(
            "amend what it depends on",
            () => Scenarios.At("standard", "Amend", "Submit"),
            new Fault("change.dependency.cycle", at => Known(at, Back) with { Command = Amending(at, Back.Id) }),
            new Fault("change.dependency.unknown", at => at with { Command = Amending(at, new ChangeId("CHG-8")) }),
            new Fault("change.dependency.self", at => at with { Command = Amending(at, new ChangeId("CHG-1")) })),
        new(
            "start on what could not be looked up",
            () => Scenarios.At("pre-approved", "Start", "Submit", "Schedule") is var at ? at with { Content = at.Content with { DependsOn = [Cast.Made.Id] } } : null!,
            new Fault("change.dependency.not-made", at => at with { Facts = at.Facts with { Dependencies = null } })),
    ];

    private static AmendChange Amending(Situation at, params ChangeId[] others) => new(at.Content with { DependsOn = others.ToValueList() });

    private static Situation Known(Situation at, DependencyStanding standing) => at with { Facts = at.Facts with { Dependencies = [Cast.Made, standing] } };
}
