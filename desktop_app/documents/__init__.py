"""PDFs made and read: labels on paper, packing slips, customs papers."""
