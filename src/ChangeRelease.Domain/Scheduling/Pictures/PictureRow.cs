using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>One name on the left, and its bars.</summary>
internal sealed record PictureRow(string Name, IReadOnlyList<PictureBar> Bars)
{
    /// <summary>The item that it is of; null for a window.</summary>
    public WorkItemId? Item { get; init; }
}
