using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Rules;

/// <summary>Overriding a freeze, and everything that can be wrong with it.</summary>
internal static class FreezeScenarios
{
    private static readonly Freeze Audit = (Freeze)Cast.Calendar.Rules.Single();
    private static readonly ChangeCalendar Strict = ChangeCalendar.Define(
        Cast.Calendar.Id, 2, CalendarDefault.OpenByDefault, [Audit with { Override = null }], DateTimeZoneProviders.Tzdb);

    private static readonly Fault[] Meeting =
    [
        new("change.override.freeze-unknown", at => at with { Command = Naming(at.Command, new RuleId("unheard-of")) }),
        new("change.override.not-allowed", at => at with { Facts = at.Facts with { Calendar = Strict } }),
        new("change.override.not-permitted", at => at with { Actor = Cast.Oscar }),
        new("change.override.in-effect", at => at with { Change = at.Change with { FreezePasses = [new FreezePass(Cast.Audit, Cast.Frozen)] } }),
        Scenarios.NoCalendar,
        Scenarios.NoAccounts,
    ];

    public static IEnumerable<Scenario> All { get; } =
    [
        new("propose to override a freeze", () => Scenarios.At("normal", "RequestOverride", "Submit", "CompleteAssessment", "Authorize"), [.. Meeting, Scenarios.NoReason]),
        new(
            "override a freeze",
            () => Scenarios.At("normal", "OverrideFreeze", "Submit", "CompleteAssessment", "Authorize", "Schedule"),
            [
                .. Meeting,
                new Fault("change.override.same-person", at => at with { Actor = Cast.Petra }),
                new Fault("change.override.contributed", at => at with { Change = at.Change with { Contributors = new[] { Cast.Petra, Cast.Quinn, Cast.Oscar }.Aggregate(at.Change.Contributors, (all, person) => all.With(person, "editor")) } }),
                new Fault("change.override.proposal-expired", at => at with { At = at.Change.OverrideRequests[0].Expires }),
                new Fault("change.override.proposal-missing", at => at with { Change = at.Change with { OverrideRequests = [] } }),
            ]),
        .. new[] { ("Start", new[] { "Submit", "Authorize" }), ("BreakGlass", []) }.Select(way => new Scenario(
            $"pass a freeze with an emergency's {way.Item1}",
            () => Passing(Scenarios.At("emergency", way.Item1, way.Item2)),
            new Fault("change.slot.exemption-used-up", at => at with { Facts = at.Facts with { Bookings = Bookings.None with { Others = [new Holding(new Slot(at.At, at.At + Duration.FromHours(1)), at.Content.Services.Select(service => new Target(service, at.Content.Environments[0])).ToValueList())] } } }),
            Scenarios.NoCalendar)),
    ];

    private static Situation Passing(Situation at) => at with
    {
        Facts = at.Facts with
        {
            Calendar = ChangeCalendar.Define(
                Cast.Calendar.Id,
                2,
                CalendarDefault.OpenByDefault,
                [new Freeze(Cast.Audit, "audit", "Etc/UTC", Recurrence.Once(at.At.InUtc().LocalDateTime.PlusHours(-1)), RuleLength.For(Duration.FromHours(9)), Scope.Everything, string.Empty) { Exempt = [new ChangeClass("emergency")], MostPassing = 1 }],
                DateTimeZoneProviders.Tzdb),
        },
    };

    private static ChangeCommand Naming(ChangeCommand command, RuleId freeze) => command switch
    {
        ProposeFreezeOverride it => it with { Freeze = freeze },
        _ => (ConfirmFreezeOverride)command with { Freeze = freeze },
    };
}
