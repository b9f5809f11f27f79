namespace ChangeRelease.Domain.Foundation;

/// <summary>What is wrong with one document, as it is found; a bounded number of faults is kept, so that a hostile document cannot fill the memory.</summary>
internal sealed class DocumentFaults(string room)
{
    public const int Most = 200;

    private readonly List<DocumentFault> _faults = [];
    private bool _more;

    /// <summary>Whether nothing more is kept, so that looking on is useless.</summary>
    public bool IsFull => _more;

    public int Count => _faults.Count;

    /// <summary>How many values, members and names were looked at so far: what reading costs, counted.</summary>
    public int Steps { get; private set; }

    public ValueList<DocumentFault> All => _more
        ? _faults.Append(new DocumentFault($"{room}.document.and-more", "$", $"There are more faults than the {Most} that are listed. Mend these and read again.")).ToValueList()
        : _faults.ToValueList();

    /// <summary>An empty collection of the same room.</summary>
    public DocumentFaults Anew() => new(room);

    public void Step() => Steps++;

    /// <summary>Adds a fault that every room's documents may have.</summary>
    public void Fault(string code, string path, string message) => Add($"{room}.{code}", path, message);

    public void Add(string code, string path, string message)
    {
        if (_faults.Count == Most)
        {
            _more = true;
            return;
        }

        _faults.Add(new DocumentFault(code, path, message));
    }

    /// <summary>Takes over what another part of the reading found and counted.</summary>
    public void Take(DocumentFaults other, Func<DocumentFault, bool> isTold)
    {
        Steps += other.Steps;
        foreach (var fault in other._faults.Where(isTold))
        {
            Add(fault.Code, fault.Path, fault.Message);
        }

        _more |= other._more;
    }
}
