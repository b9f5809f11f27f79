using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.Embedding.Deliveries;

/// <summary>A command with its identity, as a queue hands it out again and again.</summary>
internal sealed record Parcel(Errand Errand, CommandId Name);
