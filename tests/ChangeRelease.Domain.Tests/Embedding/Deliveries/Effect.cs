using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding.Deliveries;

/// <summary>What was appended at once, and by which delivery.</summary>
internal sealed record Effect(StreamId Stream, CommandId Command, IReadOnlyList<EventRecord> Records, Parcel By)
{
    /// <summary>Whether it is what the command itself made happen, and no step of an office elsewhere.</summary>
    public bool IsOwn => Stream == By.Errand.Stream && Command == By.Name;
}
