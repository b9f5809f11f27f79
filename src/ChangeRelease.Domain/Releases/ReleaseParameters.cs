using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>What the triggers of the built-in release model take; each is a field of the typed command (S-7).</summary>
public static class ReleaseParameters
{
    /// <summary>Why.</summary>
    public static Parameter<string> Reason { get; } = Parameter.Text("reason", "Why, in words that will be understood later.");

    /// <summary>What a vote has to say, if anything.</summary>
    public static Parameter<string> Remark { get; } = Parameter.Text("reason", "Why the vote is as it is.").Optional();

    /// <summary>A note.</summary>
    public static Parameter<string> Note { get; } = Parameter.Text("note", "The note.");

    /// <summary>What the build gave.</summary>
    public static Parameter<Package> Package { get; } = Parameter.Structure("package", "What the build gave, each artifact with its digest, and where it comes from.", ReleaseJson.Package);

    /// <summary>What was tested.</summary>
    public static Parameter<Digest> Tested { get; } = Parameter.Digest("tested", "The digest of the content that was tested.");

    /// <summary>What shows that the tests passed.</summary>
    public static Parameter<string> Evidence { get; } = Parameter.Text("evidence", "What shows that the tests passed.");

    /// <summary>What a vote says.</summary>
    public static Parameter<VoteChoice> Choice { get; } = Parameter.Choice<VoteChoice>("choice", "What the vote says.");

    /// <summary>The content that a voter saw.</summary>
    public static Parameter<Digest> Seen { get; } = Parameter.Digest("seen", "The digest of the content that the voter saw.");

    /// <summary>Whose voice a vote uses, by delegation.</summary>
    public static Parameter<ActorId> OnBehalfOf { get; } =
        Parameter.Named("onBehalfOf", "Whose voice the vote uses, by delegation; the voter's own when left out.", text => new ActorId(text)).Optional();

    /// <summary>The board that decides.</summary>
    public static Parameter<BoardId> Board { get; } = Parameter.Named("board", "The board that decides.", text => new BoardId(text));

    /// <summary>Who attended when a board decided.</summary>
    public static Parameter<ValueList<ActorId>> Attendance { get; } =
        Parameter.Structure("attendance", "Who attended when the board decided; who had a hand in it does not count.", ReleaseJson.People);

    /// <summary>The slots asked for.</summary>
    public static Parameter<ValueList<Slot>> Slots { get; } = Parameter.Structure(SlotNeedsParameters.Slots, "The slots in order, one a stage.", ReleaseJson.Slots);

    /// <summary>The content from now on.</summary>
    public static Parameter<ReleaseContent> Content { get; } = Parameter.Structure("content", "What the release says from now on, whole.", ReleaseJson.Content);

    /// <summary>Which stage of the rollout.</summary>
    public static Parameter<string> Stage { get; } = Parameter.Text("stage", "Which stage of the rollout.");

    /// <summary>The package that whoever deploys has in hand.</summary>
    public static Parameter<Digest> InHand { get; } = Parameter.Digest("package", "The digest of the package that whoever deploys has in hand.");

    /// <summary>An incident.</summary>
    public static Parameter<IncidentId> Incident { get; } = Parameter.Named("incident", "The incident.", text => new IncidentId(text));

    /// <summary>An environment before production.</summary>
    public static Parameter<EnvironmentId> Environment { get; } = Parameter.Named("environment", "The environment before production.", text => new EnvironmentId(text));

    /// <summary>How a deployment ended.</summary>
    public static Parameter<DeploymentOutcome> DeploymentEnd { get; } = Parameter.Choice<DeploymentOutcome>("outcome", "How the deployment ended.");

    /// <summary>What shows how a deployment ended.</summary>
    public static Parameter<string> Report { get; } = Parameter.Text("report", "What shows how the deployment ended.");

    /// <summary>Until when an exemption holds.</summary>
    public static Parameter<Instant> Until { get; } = Parameter.Instant("until", "The first instant at which the exemption does not hold any more.");

    /// <summary>What was seen at a gate.</summary>
    public static Parameter<GateEvidence> GateEvidence { get; } = Parameter.Structure("evidence", "What was seen at the gate, when, and by what source.", ReleaseJson.GateEvidence);

    /// <summary>What a roll back goes back to.</summary>
    public static Parameter<ValueList<ActiveVersion>> GoodVersions { get; } = Parameter.Structure("to", "The version that each environment goes back to.", ReleaseJson.ActiveVersions);
}
