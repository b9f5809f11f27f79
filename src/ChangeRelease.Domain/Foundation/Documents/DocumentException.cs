namespace ChangeRelease.Domain.Foundation;

/// <summary>A document that cannot be used, with everything that is wrong with it.</summary>
public sealed class DocumentException : Exception
{
    internal DocumentException(ValueList<DocumentFault> faults)
        : base($"The document cannot be used:{string.Concat(faults.Select(fault => $"{Environment.NewLine}  {fault}"))}") =>
        Faults = faults;

    /// <summary>Everything that is wrong.</summary>
    public ValueList<DocumentFault> Faults { get; }
}
