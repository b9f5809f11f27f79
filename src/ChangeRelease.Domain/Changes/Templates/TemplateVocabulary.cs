using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>The words that documents of template models may use without a host's adding any.</summary>
public static class TemplateVocabulary
{
    private static readonly ValueList<Requirement<TemplateAttempt>> Requirements =
    [
        TemplateNeeds.Reason, TemplateNeeds.SomeEdit, TemplateNeeds.SomethingInForce, TemplateNeeds.SomethingSuspended,
        .. TemplateNeeds.Complete, .. TemplateNeeds.Authorization.All, .. TemplateNeeds.ReinstatedBy.All,
    ];

    /// <summary>Everything in <see cref="TemplateNeeds"/>, the question that the built-in model asks, and that model as a definition to derive from.</summary>
    public static Vocabulary<TemplateAttempt> BuiltIn { get; } = Vocabulary<TemplateAttempt>.Empty
        .With(Requirements)
        .With(TemplateModels.Before)
        .With(TemplateModels.Ordinary.Lifecycle);
}
