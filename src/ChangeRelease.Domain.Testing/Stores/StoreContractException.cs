namespace ChangeRelease.Domain.Testing;

/// <summary>A store does not keep its contract.</summary>
public sealed class StoreContractException : Exception
{
    internal StoreContractException(StoreReport report)
        : base($"The store does not keep its contract.\n{report}") => Report = report;

    /// <summary>What was found.</summary>
    public StoreReport Report { get; }
}
