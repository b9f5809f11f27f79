using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>How a release is brought out and, if need be, taken back, step by step, by whom, and how one sees that each step worked.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Steps">What is done, in order.</param>
/// <param name="RollBack">What is done to take it back, in order.</param>
/// <param name="Contacts">Whom to call when something goes wrong.</param>
public sealed record Runbook(string Title, ValueList<RunbookStep> Steps, ValueList<RunbookStep> RollBack, ValueList<ActorId> Contacts)
{
    /// <summary>What it is about, in Unicode normal form C.</summary>
    public string Title { get; init => field = Text.Canonical(value, nameof(Title)); } = Text.Canonical(Title, nameof(Title));

    /// <summary>Says everything that is missing.</summary>
    /// <returns>A refusal for each; empty when the runbook is complete.</returns>
    public ValueList<Refusal> WhatIsMissing() => Unmet.Of(this, ReleaseDocumentNeeds.OfRunbook);
}
