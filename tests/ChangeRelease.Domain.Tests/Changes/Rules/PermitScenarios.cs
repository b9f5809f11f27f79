using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;

namespace ChangeRelease.Domain.Tests.Changes.Rules;

/// <summary>What can be wrong with revoking and reporting a permit, and with starting without a history.</summary>
internal static class PermitScenarios
{
    private static readonly string[] Made = ["Submit", "Authorize", "Schedule", "Start"];
    private static readonly Fault NoHead = new("change.permit.chain-head-unknown", at => at with { Facts = at.Facts with { ChainHead = null } });
    private static readonly Fault Unknown = new("change.permit.unknown", at => at with
    {
        Command = at.Command is ReportPermit report ? report with { Permit = Digest.Zero } : new RevokePermit(Digest.Zero, at.Command.Because!),
    });

    public static IEnumerable<Scenario> All =>
    [
        new("start with a history", () => Situation.Of(new Traveler("standard").Go(Made[..3]), "Start"), NoHead),
        new("start an emergency with a history", () => Situation.Of(new Traveler("emergency").Go("Submit", "Authorize"), "Start"), NoHead),
        new("break glass with a history", () => Situation.Of(new Traveler("emergency"), "BreakGlass"), NoHead),
        new(
            "revoke",
            () => Situation.Of(new Traveler("standard").Go(Made), "Revoke"),
            new Fault("change.reason.missing", at => at with { Command = new RevokePermit(Asked(at), " ") }),
            new Fault("change.permit.void-already", at => at with { Change = With(at, standing => standing with { Revocation = new PermitRevocation("before", Cast.Rex, at.At) }) }),
            new Fault("change.permit.over-already", at => at with { Change = With(at, standing => standing with { Result = Said(at, PermitProgress.Failed) }) }),
            Unknown),
        new(
            "revoke what ended",
            () => Situation.Of(new Traveler("standard").Go(Made), "Revoke"),
            new Fault("change.permit.over-already", at => at with { Change = With(at, standing => standing with { EndedAt = at.At }) })),
        new(
            "report that it finished",
            () => Situation.Of(new Traveler("standard").Go([.. Made, "Report"]), "Report"),
            new Fault("change.permit.not-started", at => at with { Change = With(at, standing => standing with { Started = null }) }),
            new Fault("change.permit.reported-otherwise", at => at with { Change = With(at, standing => standing with { Result = Said(at, PermitProgress.Failed) }) }),
            Unknown),
        new(
            "report that it started",
            () => Situation.Of(new Traveler("standard").Go(Made), "Report"),
            new Fault("change.permit.reported-otherwise", at => at with { Change = With(at, standing => standing with { Started = Said(at, PermitProgress.Started) }) }),
            Unknown),
    ];

    private static Digest Asked(Situation at) => at.Change.Permits[0].Permit.Digest;

    private static PermitReport Said(Situation at, PermitProgress progress) => new(progress, "otherwise", Cast.Rex, at.At);

    private static ChangeRequest With(Situation at, Func<PermitStanding, PermitStanding> next) => at.Change with { Permits = [next(at.Change.Permits[0])] };
}
