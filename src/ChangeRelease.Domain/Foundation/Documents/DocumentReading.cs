namespace ChangeRelease.Domain.Foundation;

/// <summary>What came of reading a document: what it says, or everything that is wrong with it.</summary>
/// <typeparam name="T">What the document describes.</typeparam>
public sealed class DocumentReading<T>
    where T : class
{
    internal DocumentReading(T? value, DocumentFaults faults) => (Value, Faults, Steps) = (faults.Count == 0 ? value : null, faults.All, faults.Steps);

    private DocumentReading(T? value, ValueList<DocumentFault> faults, int steps) => (Value, Faults, Steps) = (value, faults, steps);

    /// <summary>What the document describes; null when anything is wrong with it.</summary>
    public T? Value { get; }

    /// <summary>Everything that is wrong, in the order of the document; empty when it is sound.</summary>
    public ValueList<DocumentFault> Faults { get; }

    internal int Steps { get; }

    /// <summary>What the document describes.</summary>
    /// <returns><see cref="Value"/>.</returns>
    /// <exception cref="DocumentException">Something is wrong with it; the exception says everything.</exception>
    public T OrThrow() => Value ?? throw new DocumentException(Faults);

    /// <summary>The faults, one a line, or what was read.</summary>
    /// <returns>Text for people.</returns>
    public override string ToString() => Value is null ? string.Join(Environment.NewLine, Faults) : Value.ToString() ?? string.Empty;

    internal DocumentReading<TOther> Select<TOther>(Func<T, TOther> make)
        where TOther : class => new(Value is null ? null : make(Value), Faults, Steps);
}
