using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Faults;

/// <summary>A command at a desk, and everything as it was when it was handed in.</summary>
internal sealed record Scene(string Journey, Errand Errand, CommandId Name, Snapshot Before, FactBook Facts, Instant Now, DeskSettings Settings) : IClock
{
    public Instant GetCurrentInstant() => Now;

    public override string ToString() => $"{Journey}, {Name}, {Errand.Command.GetType().Name}";
}
