using System.Text;
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using NodaTime;

namespace TrainAndHotfix;

/// <summary>What rides: changes, releases, and the packages that were built for them.</summary>
internal static class Cargo
{
    public static readonly ServiceId Checkout = new("checkout");
    public static readonly ServiceId Search = new("search");

    public static readonly ChangeId Transfer = new("CHG-101");
    public static readonly ChangeId Typos = new("CHG-102");
    public static readonly ChangeId Coupons = new("CHG-103");
    public static readonly ChangeId Latecomer = new("CHG-104");
    public static readonly ChangeId Cards = new("CHG-200");

    public static readonly ReleaseId Shop41 = new("REL-41");
    public static readonly ReleaseId Search42 = new("REL-42");
    public static readonly ReleaseId Hotfix43 = new("REL-43");

    private static readonly Slot Winter = new(Instant.FromUtc(2026, 10, 28, 0, 0), Instant.FromUtc(2026, 12, 31, 0, 0));
    private static readonly Effort Effort = new(preparation: Duration.FromMinutes(5), work: Duration.FromMinutes(60), backOut: Duration.FromMinutes(20));

    public static ChangeContent Change(string title, ServiceId service) => new()
    {
        Title = title,
        Justification = "Asked for by the shop",
        Services = [service],
        Environments = [Shop.Europe, Shop.America],
        ImplementationPlan = ChangePlan.Of("Roll out, watch, go on"),
        TestPlan = ChangePlan.Of("Integration and load"),
        RemediationPlan = ChangePlan.Of("Back to the version before"),
        Effort = Effort,
    };

    public static ChangeContent Emergency(string title, ServiceId service) => Change(title, service) with { Incident = Shop.Incident.Id, AcceptableTimes = [Winter] };

    public static ReleaseContent Release(string title, ReleaseType type, string version, ServiceId service, ChangeId change, RolloutPlan rollout) => new()
    {
        Title = title,
        Type = type,
        Version = SemanticVersion.Parse(version),
        Changes = [change],
        Services = [service],
        Environments = [Shop.Europe, Shop.America],
        Rollout = rollout,
        RemediationPlan = "Back to the version before",
        Effort = Effort,
    };

    /// <summary>What a pipeline would build; the bytes of this sample are the name.</summary>
    public static Package Package(string name, Instant at, string build) => new([new Artifact(name, DigestOf(name))], new Provenance(new ActorId("pipeline"), build, at, $"build {build}"));

    public static Digest DigestOf(string name) => Digest.Of(Encoding.UTF8.GetBytes(name));

    /// <summary>From the draft to the authorization.</summary>
    public static Act[] Authorized(ChangeId id, Actor who, ChangeContent content) => [.. Assessed(id, who, content), .. Voted(id)];

    public static Act[] Assessed(ChangeId id, Actor who, ChangeContent content) =>
    [
        Act.On(id, who, new OpenChange(id, "normal", content)),
        Act.On(id, who, new SubmitChange()),
        Act.On(id, People.Dan, new AssessChange(Grade.Medium, Grade.Low, "One service, and a way back", [Winter])),
    ];

    public static Act[] Voted(ChangeId id) =>
    [
        Act.On(id, People.Eva, change => new VoteOnChange(VoteChoice.Approve, change.Digest)),
        Act.On(id, People.Eva, new AuthorizeChange()),
    ];

    /// <summary>From the plan to the package.</summary>
    public static Act[] Built(ReleaseId id, Actor who, ReleaseContent content, Package package) =>
    [
        Act.On(id, who, new OpenRelease(id, content)),
        Act.On(id, who, new StartReleaseBuild()),
        Act.On(id, who, new FinishBuild(package)),
    ];

    public static Act Promoted(ReleaseId id, EnvironmentId environment) =>
        Act.On(id, People.Otto, release => new PromoteRelease(environment, release.Content.Package!.Digest));

    /// <summary>From the deployment's end to what was seen there.</summary>
    public static Act[] Shown(ReleaseId id, EnvironmentId environment, string gate, Instant at) =>
    [
        Act.On(id, People.Otto, new FinishDeployment(environment, DeploymentOutcome.Succeeded, $"{id} answers in {environment}")),
        Act.On(id, People.Watcher, new RecordPromotionEvidence(environment, Seen(gate, GateVerdict.Passed, at, $"{gate} of {id}"))),
    ];

    public static Act[] LetGo(ReleaseId id, Actor who, params Actor[] voters) =>
    [
        Act.On(id, who, release => new PassTests(release.Digest, $"every gate of {id}")),
        .. voters.Select(voter => Act.On(id, voter, release => new VoteOnRelease(VoteChoice.Approve, release.Digest))),
        Act.On(id, voters[^1], new DecideGo()),
    ];

    public static GateEvidence Seen(string gate, GateVerdict verdict, Instant at, string source) => GateEvidence.Of(gate, verdict, at, source, DigestOf(source));
}
