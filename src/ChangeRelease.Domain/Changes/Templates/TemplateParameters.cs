using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>What the triggers of the built-in template model take; each is a field of the typed command (S-7).</summary>
public static class TemplateParameters
{
    /// <summary>Why.</summary>
    public static Parameter<string> Reason { get; } = Parameter.Text("reason", "Why, in words that will be understood later.");

    /// <summary>What a vote has to say, if anything.</summary>
    public static Parameter<string> Remark { get; } = Parameter.Text("reason", "Why the vote is as it is.").Optional();

    /// <summary>What a vote says.</summary>
    public static Parameter<VoteChoice> Choice { get; } = Parameter.Choice<VoteChoice>("choice", "What the vote says.");

    /// <summary>The content that a voter saw.</summary>
    public static Parameter<Digest> Seen { get; } = Parameter.Digest("seen", "The digest of the content that the voter saw.");

    /// <summary>Whose voice a vote uses, by delegation.</summary>
    public static Parameter<ActorId> OnBehalfOf { get; } =
        Parameter.Named("onBehalfOf", "Whose voice the vote uses, by delegation; the voter's own when left out.", text => new ActorId(text)).Optional();

    /// <summary>The content from now on.</summary>
    public static Parameter<TemplateContent> Content { get; } = Parameter.Structure("content", "What the version says from now on, whole.", TemplateJson.Content);
}
