namespace ChangeRelease.Domain.Tests.Embedding.Crashes;

/// <summary>The process is gone, and with it everything that it had in memory.</summary>
internal sealed class ProcessDiedException : Exception;
