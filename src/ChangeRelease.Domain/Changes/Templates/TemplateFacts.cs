using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>Everything that a decision on a template may look at (S-2). What is missing is refused where it is needed (S-4).</summary>
public sealed record TemplateFacts
{
    /// <summary>Takes the two facts that every decision needs.</summary>
    /// <param name="stamp">When, who, and as which command.</param>
    /// <param name="models">The template models that the host knows; the last one is the one to propose under.</param>
    /// <exception cref="ArgumentException">There is no model.</exception>
    public TemplateFacts(Stamp stamp, ValueList<TemplateModel> models)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        ArgumentNullException.ThrowIfNull(models);
        (Stamp, Models) = models.Count > 0
            ? (stamp, models)
            : throw new ArgumentException("Templates live under a model, and none is given.", nameof(models));
    }

    /// <summary>When, who, and as which command.</summary>
    public Stamp Stamp { get; init; }

    /// <summary>The template models that the host knows; the last one is the one to propose under.</summary>
    public ValueList<TemplateModel> Models { get; }

    /// <summary>Who is in which role; null when the directory did not answer.</summary>
    public DirectorySnapshot? Directory { get; init; }

    /// <summary>Whose approvals are needed; null when there is no policy.</summary>
    public ApprovalPolicy? Policy { get; init; }

    /// <summary>What the host's own requirements look at, by typed keys.</summary>
    public FactSet Host { get; init; } = FactSet.None;

    /// <summary>The documents that the decision used, by name and version (S-6).</summary>
    internal ValueList<Fact> Basis => DecisionBasis.Of(
        ("directory", Directory?.Version),
        ("policy", Policy?.ToString()))
        .With(Host.Recorded);
}
